package io.github.auth0maven.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record of twelve bytes holds. */
final class IdentifiersTest {

    private static final long WITHOUT_PARTITION = (1L << 58) - 1;

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, 0xFFFF_FFFFL, 0x8000_0000L, 0x12_3456_789A_BCDEL, -1, Long.MIN_VALUE, 0xA5_8000_0080_0000L})
    void aRecordKeepsAHashAndWhoseItIs(long number) {
        for (long user : new long[] {0, 1, (1L << 30) - 1, 1L << 30, (1L << 36) - 1}) {
            for (Identifier identifier : Identifiers.ALL) {
                int[] record = {7, 0, 0, 0, 7};
                Identifiers.write(record, 1, number, Identifiers.reference(user, identifier));

                assertThat(Identifiers.number(record, 1)).isEqualTo(number & WITHOUT_PARTITION);
                long reference = Identifiers.reference(record, 1);
                assertThat(Identifiers.user(reference)).isEqualTo(user);
                assertThat(Identifiers.identifier(reference)).isEqualTo(identifier);
                assertThat(record).startsWith(7).endsWith(7);
            }
        }
    }
}
