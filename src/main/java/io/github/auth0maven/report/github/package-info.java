/** The short form of the report for the summary of a GitHub Actions job. */
@NullMarked
package io.github.auth0maven.report.github;

import org.jspecify.annotations.NullMarked;
