FROM ruby:3.3 AS build
RUN curl -fsSL https://deb.nodesource.com/setup_20.x | bash - && apt-get install -y nodejs libpq-dev
WORKDIR /app
ENV RAILS_ENV=production
COPY Gemfile Gemfile.lock ./
RUN bundle install
COPY . .
RUN bundle exec rails assets:precompile

FROM ruby:3.3-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpq5 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
ENV RAILS_ENV=production
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
USER 65532:65532
CMD ["bundle", "exec", "puma"]
