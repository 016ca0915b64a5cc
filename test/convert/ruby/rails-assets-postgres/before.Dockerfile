FROM ruby:3.4-bookworm

# compilers for native gems, Node.js for the asset pipeline
RUN apt-get update -qq && apt-get install -y build-essential libpq-dev nodejs tzdata && rm -rf /var/lib/apt/lists/*

ENV RAILS_ENV=production BUNDLE_WITHOUT="development test"
WORKDIR /rails
COPY Gemfile Gemfile.lock ./
RUN bundle install --jobs 4
COPY . .
RUN SECRET_KEY_BASE=dummy bundle exec rails assets:precompile
EXPOSE 3000
CMD ["bundle", "exec", "rails", "server", "-b", "0.0.0.0"]
