FROM ruby:3.3-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends build-essential libsqlite3-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY Gemfile ./
RUN bundle install
COPY . .

FROM ruby:3.3-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
USER 65532:65532
ENTRYPOINT ["bundle", "exec"]
CMD ["puma", "-p", "9292"]
