package io.github.auth0maven.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.users.FileForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserListTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temp;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = temp.resolve("failed-users.json");
    }

    private static void add(UserList list, String user) throws IOException {
        list.add(user.getBytes(UTF_8));
    }

    private static String user(int number, int size) {
        return "{\"n\":" + number + ",\"note\":\"" + "\u00e4".repeat(size) + "\"}";
    }

    private static Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    private void assertHolds(int users) throws IOException {
        JsonNode list = JSON.readTree(file.toFile());
        assertThat(list.isArray()).isTrue();
        assertThat(list).hasSize(users);
        for (int i = 0; i < users; i++) {
            assertThat(list.path(i).path("n").asInt(-1)).isEqualTo(i);
        }
    }

    @Test
    void usersStandOneALineBetweenBrackets() throws IOException {
        try (UserList list = new UserList(file, ListForm.of(FileForm.JSON))) {
            add(list, "{\"a\":1}");
            list.show();
            assertThat(file).hasContent("[\n{\"a\":1}\n]\n");
            add(list, "{\"b\":2}");
            add(list, "{\"c\":3}");
            list.show();
        }

        assertThat(file).hasContent("[\n{\"a\":1},\n{\"b\":2},\n{\"c\":3}\n]\n");
    }

    /** Any write may be cut in two by a kill, so that none may be to the file itself. */
    @Test
    void theFileIsNeverWrittenTo() throws IOException {
        try (UserList list = new UserList(file, ListForm.of(FileForm.JSON))) {
            for (int i = 0; i < 40; i++) {
                String before = i == 0 ? "" : Files.readString(file);
                Object inode = i == 0 ? null : key(file);
                add(list, user(i, i % 3 * 100_000));
                assertThat(Files.exists(file)).isEqualTo(i > 0);
                if (i > 0) {
                    assertThat(Files.readString(file)).isEqualTo(before);
                    assertThat(key(file)).isEqualTo(inode);
                }
                list.show();
                assertHolds(i + 1);
                if (inode != null) {
                    assertThat(key(file)).isNotEqualTo(inode);
                }
            }
        }
    }

    @Test
    void groupsOfAnySizeAddUp() throws IOException {
        Random chance = new Random(4);
        int users = 0;
        try (UserList list = new UserList(file, ListForm.of(FileForm.JSON))) {
            for (int group = 0; group < 300; group++) {
                for (int i = chance.nextInt(4); i > 0; i--) {
                    add(list, user(users++, chance.nextInt(chance.nextInt(20) == 0 ? 50_000 : 20)));
                }
                list.show();
                list.show();
                assertHolds(users);
            }
        }
        assertHolds(users);
        assertThat(users).isGreaterThan(300);
    }

    /** Copying the whole list for each group would make the cost of a million failures grow with their square. */
    @Test
    void theFileThatIsReplacedIsTheNextDraft() throws IOException {
        try (UserList list = new UserList(file, ListForm.of(FileForm.JSON))) {
            for (int i = 0; i < 20; i++) {
                Object before = i == 0 ? null : key(file);
                add(list, user(i, 10));
                list.show();
                if (before != null) {
                    assertThat(key(UserList.drafts(file).get((i + 1) % 2))).isEqualTo(before);
                }
            }
        }
    }

    /** As on a file system without links. */
    @Test
    void whereTheFileCannotLiveOnUnderAnotherNameItIsCopied() throws IOException {
        try (UserList list = new UserList(file, ListForm.of(FileForm.JSON))) {
            for (int i = 0; i < 10; i++) {
                add(list, user(i, 10));
                list.show();
                Files.deleteIfExists(UserList.drafts(file).get(0));
                Files.deleteIfExists(UserList.drafts(file).get(1));
                assertHolds(i + 1);
            }
        }
    }

    @Test
    void nothingElseIsLeft() throws IOException {
        try (UserList list = new UserList(file, ListForm.of(FileForm.JSON))) {
            add(list, user(0, 10));
            list.show();
            add(list, user(1, 10));
            list.show();
            add(list, user(2, 10));
            assertThat(temp)
                    .isDirectoryContaining(
                            path -> path.endsWith(UserList.drafts(file).get(0).getFileName()));
        }

        assertThat(temp).isDirectoryNotContaining(path -> !path.endsWith("failed-users.json"));
        assertHolds(2);
    }

    @Test
    void closingTwiceChangesNothing() throws IOException {
        UserList list = new UserList(file, ListForm.of(FileForm.JSON));
        add(list, user(0, 10));
        list.show();
        list.close();
        list.close();

        assertHolds(1);
        assertThat(temp).isDirectoryNotContaining(path -> !path.endsWith("failed-users.json"));
    }

    @Test
    void whatCannotBeShownIsSaidAndNothingIsLeftOpen() throws IOException {
        Files.createDirectories(file.resolve("in the way"));
        UserList list = new UserList(file, ListForm.of(FileForm.JSON));
        add(list, user(0, 10));

        assertThatIOException().isThrownBy(list::show);
        list.close();
        assertThat(temp).isDirectoryNotContaining(path -> !path.endsWith("failed-users.json"));
    }
}
