package fr.socle.identity.usager;

/** Where a request comes from, as far as floods are counted. */
public final class Origin {

    private static final int GROUPS_OF_A_NETWORK = 4;

    private Origin() {}

    /**
     * The address itself; of an IPv6 address its first 64 bits, which are one household's.
     *
     * @param address as the server gives it, never a name
     */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var bytes = java.net.InetAddress.ofLiteral(address).getAddress();
            var network = new StringBuilder();
            for (int i = 0; i < Math.min(bytes.length, 2 * GROUPS_OF_A_NETWORK); i++) {
                network.append("%02x".formatted(bytes[i]));
            }
            return network.toString();
        } catch (IllegalArgumentException none) {
            return address;
        }
    }
}
