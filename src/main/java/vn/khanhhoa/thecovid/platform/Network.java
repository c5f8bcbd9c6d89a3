package vn.khanhhoa.thecovid.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** A network address, or all that begin with the same bits: {@code 10.0.0.0/8}, {@code fd00::/8}, {@code 127.0.0.1}. */
record Network(InetAddress first, int bits) {
    private static final int READERS_BYTES = 8;

    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> first = address(slash < 0 ? text : text.substring(0, slash));
        if (first.isEmpty() || slash < 0) {
            return first.map(only -> new Network(only, only.getAddress().length * Byte.SIZE));
        }
        String bits = text.substring(slash + 1);
        return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= first.get().getAddress().length * Byte.SIZE
                ? Optional.of(new Network(first.get(), Integer.parseInt(bits)))
                : Optional.empty();
    }

    /** Of an address in digits; names are not looked up. */
    static Optional<InetAddress> address(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    static String ofOneReader(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length <= READERS_BYTES) {
            return address.getHostAddress();
        }
        Arrays.fill(bytes, READERS_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + READERS_BYTES * Byte.SIZE;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean contains(InetAddress address) {
        byte[] wanted = first.getAddress();
        byte[] given = address.getAddress();
        if (wanted.length != given.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((wanted[bit / Byte.SIZE] & mask) != (given[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
