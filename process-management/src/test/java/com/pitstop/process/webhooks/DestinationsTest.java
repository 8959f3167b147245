package com.pitstop.process.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.pitstop.shared.InvalidValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where the garage calls, and where it does not. */
class DestinationsTest {

    private final Destinations destinations = destinations(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001:0:7f00:1::1"
            })
    void staysAwayFromWhatOnlyTheGarageCanReach(String address) throws UnknownHostException {
        assertThat(Destinations.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.0.1", "172.32.0.1", "192.0.2.1", "198.20.0.1", "2606:4700::1111"})
    void callsWhatEverybodyCanReach(String address) throws UnknownHostException {
        assertThat(Destinations.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://8.8.8.8/",
                "file:///etc/passwd",
                "//8.8.8.8/",
                "/hook",
                "http://",
                "http://u:p@8.8.8.8/",
                "http://8.8.8.8/#top",
                "http://8.8.8.8:0/",
                "http://8.8.8.8:70000/",
                "not a url",
                "javascript:alert(1)"
            })
    void takesOnlyPlainAddressesOfTheWeb(String url) {
        refuses(destinations, url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost:8080/hook",
                "https://[::1]/",
                "http://169.254.169.254/latest",
                "http://[::ffff:10.0.0.1]/"
            })
    void refusesThisMachineAndItsNeighbours(String url) {
        refuses(destinations, url);
    }

    @Test
    void takesOthersAndThoseThatAreAllowed() {
        assertThat(destinations.require("https://8.8.8.8/hook?a=b").getHost()).isEqualTo("8.8.8.8");
        assertThat(destinations.require("http://DESK.garage/").getHost()).isEqualTo("DESK.garage");
        assertThat(destinations(true).require("http://127.0.0.1:9/")).isNotNull();
    }

    private static void refuses(Destinations destinations, String url) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> destinations.require(url))
                .matches(refusal -> refusal.rule().equals("webhook-url"));
    }

    private static Destinations destinations(boolean allowPrivate) {
        var second = Duration.ofSeconds(1);
        return new Destinations(
                new WebhookSettings(allowPrivate, Set.of("desk.garage"), second, second, second, second));
    }
}
