/** Dockerfiles that the tests start from; the Go project around them is `test/editor/workspace`. */
import { readText, workspaceFile } from './documents';

export function singleStage(): Promise<string> {
  return readText(workspaceFile('Dockerfile'));
}

export const TWO_STAGES = `FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o greeter .

FROM gcr.io/distroless/static-debian12:nonroot
WORKDIR /app
COPY --from=build /app/greeter ./
COPY --from=build /app/templates ./templates/
EXPOSE 8080
CMD ["./greeter"]
`;
