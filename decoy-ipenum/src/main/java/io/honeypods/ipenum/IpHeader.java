package io.honeypods.ipenum;

/**
 * What an IPv4 or IPv6 header says.
 *
 * @param ttl time to live or hop limit
 * @param id the identification of IPv4, 0 for IPv6
 * @param label the flow label of IPv6, 0 for IPv4
 * @param protocol the IANA number of what follows, behind any extension headers
 * @param length bytes of all headers before that
 * @param payload bytes behind them as the header tells, whether or not they were captured
 */
record IpHeader(
    Address source,
    Address destination,
    int ttl,
    int id,
    int label,
    boolean dontFragment,
    int protocol,
    int length,
    int payload) {

  boolean isIpv4() {
    return source.isIpv4();
  }
}
