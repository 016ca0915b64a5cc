FROM ruby:3.3
WORKDIR /app
ADD . /app
RUN gem install bundler && bundle install --jobs=4
ENV WORKERS=2
CMD bundle exec puma -p 8080 -w $WORKERS
