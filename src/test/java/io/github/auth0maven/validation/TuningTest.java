package io.github.auth0maven.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuningTest {

    /** Of 64 bytes of heap, four hold a number of an identifier; but never are there fewer than 4 MB, nor more than 256. */
    @ParameterizedTest
    @CsvSource({"10, 1048576", "64, 1048576", "65, 1064960", "512, 8388608", "4096, 67108864", "1000000, 67108864"})
    void asMuchAsTheHeapAllowsIsKeptInMemory(long megabytes, int numbers) {
        assertThat(Tuning.numbersInMemory(megabytes << 20)).isEqualTo(numbers);
    }
}
