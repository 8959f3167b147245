package com.pitstop.process.webhooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import org.springframework.stereotype.Component;

import com.pitstop.shared.InvalidValueException;

/**
 * Where subscribers may be. Whoever may subscribe must not be able to make the garage call what only the garage can reach:
 * itself, its neighbours, or the address at which a cloud tells its machines their passwords.
 */
@Component
public class Destinations {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int HIGHEST_PORT = 65_535;

    private final WebhookSettings settings;

    Destinations(WebhookSettings settings) {
        this.settings = settings;
    }

    /** A URL that may be called as far as can be told now. One whose name nobody knows yet may become known. */
    public URI require(String url) {
        var destination = parsed(url);
        try {
            requireReachable(destination);
        } catch (UnknownHostException unknown) {
            return destination;
        }
        return destination;
    }

    /** Looked at again before every call: a name may stand for another address by then. */
    void requireReachable(URI destination) throws UnknownHostException {
        var host = host(destination);
        if (settings.allowPrivate()
                || settings.allowedHosts().stream().anyMatch(allowed -> allowed.equalsIgnoreCase(host))) {
            return;
        }
        if (!Arrays.stream(InetAddress.getAllByName(host)).allMatch(Destinations::isPublic)) {
            throw new InvalidValueException(
                    "webhook-url", "%s is on this machine or in a private network".formatted(host));
        }
    }

    private static URI parsed(String url) {
        try {
            var destination = new URI(url);
            var scheme = String.valueOf(destination.getScheme()).toLowerCase(Locale.ROOT);
            if (SCHEMES.contains(scheme)
                    && destination.getHost() != null
                    && destination.getRawUserInfo() == null
                    && destination.getRawFragment() == null
                    && destination.getPort() != 0
                    && destination.getPort() <= HIGHEST_PORT) {
                return destination;
            }
        } catch (URISyntaxException notOne) {
            // as good as one of another scheme
        }
        throw new InvalidValueException(
                "webhook-url", "A URL begins with http:// or https:// and has a host, but no password and no fragment");
    }

    /** Without the brackets around an address of IPv6. */
    private static String host(URI destination) {
        return destination.getHost().replaceAll("^\\[|]$", "");
    }

    static boolean isPublic(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && !(address instanceof Inet4Address && isSpecialOfVersion4(address.getAddress()))
                && !(address instanceof Inet6Address && !isGlobalOfVersion6(address.getAddress()));
    }

    /** "This" network, between providers and their customers, for protocols, for benchmarks, and what is reserved. */
    private static boolean isSpecialOfVersion4(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        return first == 0
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && address[2] == 0)
                || (first == 198 && (second == 18 || second == 19))
                || first >= 240;
    }

    /** Those that are given out, less those that stand for an address of version 4. */
    private static boolean isGlobalOfVersion6(byte[] address) {
        var isGivenOut = (address[0] & 0xe0) == 0x20;
        var is6To4 = address[0] == 0x20 && address[1] == 0x02;
        var isTeredo = address[0] == 0x20 && address[1] == 0x01 && address[2] == 0 && address[3] == 0;
        return isGivenOut && !is6To4 && !isTeredo;
    }
}
