FROM ubuntu:22.04 AS build
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get update && apt-get install -y python3 python3-pip python3-numpy build-essential
COPY . /srv/tool
WORKDIR /srv/tool
RUN pip3 install -r requirements.txt

FROM ubuntu:22.04
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates python3 python3-numpy python3-setuptools \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
COPY --from=build --chown=65532:65532 /srv/tool /srv/tool
WORKDIR /srv/tool
COPY --from=build /usr/local/lib/python3.10/dist-packages /usr/local/lib/python3.10/dist-packages
COPY --from=build /usr/local/bin /usr/local/bin
USER 65532:65532
CMD ["gunicorn", "app:app"]
