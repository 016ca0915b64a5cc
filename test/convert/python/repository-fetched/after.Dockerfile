FROM python:3.11 AS build
RUN git clone --depth=1 https://example.com/tool.git /tool
WORKDIR /tool/web
RUN pip install -r requirements.txt

FROM python:3.11-slim
COPY --from=build /tool /tool
WORKDIR /tool/web
COPY --from=build /usr/local/lib/python3.11/site-packages /usr/local/lib/python3.11/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
CMD ["python", "main.py"]
