FROM ruby:3.3 AS build
WORKDIR /app
ADD . /app
RUN gem install bundler && bundle install --jobs=4

FROM ruby:3.3-slim
RUN useradd --no-log-init --uid 65532 --create-home nonroot
ENV WORKERS=2
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
USER 65532:65532
CMD bundle exec puma -p 8080 -w $WORKERS
