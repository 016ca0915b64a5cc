FROM python:3.11
RUN git clone --depth=1 https://example.com/tool.git /tool
WORKDIR /tool/web
RUN pip install -r requirements.txt
CMD ["python", "main.py"]
