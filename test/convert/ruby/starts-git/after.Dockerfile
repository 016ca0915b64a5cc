FROM ruby:3.3 AS build
WORKDIR /app
COPY . .
RUN bundle install

FROM ruby:3.3-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl git \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
USER 65532:65532
CMD ["ruby", "app.rb"]
