FROM ruby:3.3 AS build
WORKDIR /usr/src/app
COPY Gemfile Gemfile.lock ./
RUN bundle install
COPY . .

FROM ruby:3.3-slim
RUN useradd --no-log-init --uid 65532 --create-home nonroot
COPY --from=build --chown=65532:65532 /usr/src/app /usr/src/app
WORKDIR /usr/src/app
COPY --from=build /usr/local/bundle /usr/local/bundle
USER 65532:65532
EXPOSE 4567
CMD ["ruby", "app.rb", "-o", "0.0.0.0"]
