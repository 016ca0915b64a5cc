FROM ruby:3.3 AS build
WORKDIR /app
ADD . /app
RUN gem install bundler && bundle install --jobs=4

FROM ruby:3.3-slim
ENV WORKERS=2
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build --chown=65532:65532 /app /app
USER 65532:65532
CMD bundle exec puma -p 8080 -w $WORKERS
