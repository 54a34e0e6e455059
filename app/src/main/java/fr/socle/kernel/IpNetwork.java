package fr.socle.kernel;

import java.net.InetAddress;

/**
 * A range of Internet addresses in the notation of RFC 4632 and RFC 4291: {@code 10.0.0.0/8},
 * {@code 2001:db8::/32}; an address alone is a range of one.
 *
 * @param bits how many of its leading bits all its addresses share
 */
public record IpNetwork(InetAddress base, int bits) {

    /**
     * @throws IllegalArgumentException for anything else, names included: nothing is looked up
     */
    public static IpNetwork of(String text) {
        int slash = text.indexOf('/');
        var base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int most = base.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException(text + " is no range of addresses");
        }
        return new IpNetwork(base, bits);
    }

    public boolean contains(InetAddress address) {
        var mine = base.getAddress();
        var theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + bits;
    }
}
