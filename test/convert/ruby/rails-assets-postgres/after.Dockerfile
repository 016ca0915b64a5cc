FROM ruby:3.4-bookworm AS build

# compilers for native gems, Node.js for the asset pipeline
RUN apt-get update -qq && apt-get install -y build-essential libpq-dev nodejs tzdata && rm -rf /var/lib/apt/lists/*

ENV RAILS_ENV=production BUNDLE_WITHOUT="development test"
WORKDIR /rails
COPY Gemfile Gemfile.lock ./
RUN bundle install --jobs 4
COPY . .
RUN SECRET_KEY_BASE=dummy bundle exec rails assets:precompile

FROM ruby:3.4-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpq5 nodejs tzdata \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
ENV RAILS_ENV=production BUNDLE_WITHOUT="development test"
COPY --from=build --chown=65532:65532 /rails /rails
WORKDIR /rails
COPY --from=build /usr/local/bundle /usr/local/bundle
USER 65532:65532
EXPOSE 3000
CMD ["bundle", "exec", "rails", "server", "-b", "0.0.0.0"]
