package io.github.auth0maven.tenant.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowIndexTest {

    private final RowIndex index = new RowIndex();

    @Test
    void aTextLeadsToItsRowsInTheirOrder() {
        for (int row = 0; row < 10_000; row++) {
            index.add("text" + row % 5_000, row);
        }

        assertThat(index.rows("text7")).containsExactly(7, 5_007);
        assertThat(index.rows("text4999")).containsExactly(4_999, 9_999);
        assertThat(index.rows("text5000")).isEmpty();
    }

    @Test
    void aRowThatIsGoneHidesNoOther() {
        for (int row = 0; row < 30; row++) {
            index.add("same", row);
        }
        for (int row = 0; row < 30; row += 2) {
            index.remove("same", row);
        }

        assertThat(index.rows("same")).hasSize(15).doesNotContain(0, 2, 28).contains(1, 29);
    }

    @Test
    void removingWhatIsNotThereChangesNothing() {
        index.add("text", 1);

        index.remove("text", 2);
        index.remove("other", 1);

        assertThat(index.rows("text")).containsExactly(1);
    }
}
