package io.github.lambdaesm.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.hc.core5.net.InetAddressUtils;

/** A CIDR block, such as {@code 10.0.0.0/8} or {@code fd00::/8}, or a single IP address. */
final class AddressBlock {
  private final byte[] address;
  private final int bits;

  private AddressBlock(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /** Parses an IP address or a CIDR block. Returns empty for any other text. */
  static Optional<AddressBlock> parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? bytesOf(text).map(address -> new AddressBlock(address, 8 * address.length))
        : bytesOf(text.substring(0, slash)).flatMap(in -> block(in, text.substring(slash + 1)));
  }

  private static Optional<AddressBlock> block(byte[] address, String bits) {
    boolean isNumber =
        !bits.isEmpty() && bits.length() <= 3 && bits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber && Integer.parseInt(bits) <= 8 * address.length
        ? Optional.of(new AddressBlock(address, Integer.parseInt(bits)))
        : Optional.empty();
  }

  /** Returns whether a host is an IP address in this block. Host names are not resolved. */
  boolean contains(String host) {
    return bytesOf(host).filter(this::contains).isPresent();
  }

  private boolean contains(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((other[bit / 8] ^ address[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the bytes of an IP address, with or without brackets. Returns empty for a name. */
  private static Optional<byte[]> bytesOf(String host) {
    String text =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    if (!InetAddressUtils.isIPv4(text) && !InetAddressUtils.isIPv6(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
