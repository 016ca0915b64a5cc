#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    int server = socket(AF_INET, SOCK_STREAM, 0);
    int yes = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(8080), .sin_addr.s_addr = INADDR_ANY};
    bind(server, (struct sockaddr *)&address, sizeof address);
    listen(server, 16);
    for (;;) {
        int client = accept(server, 0, 0);
        char request[1024];
        const char *answer = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nfrom c\n";
        if (read(client, request, sizeof request) > 0) write(client, answer, strlen(answer));
        close(client);
    }
}
