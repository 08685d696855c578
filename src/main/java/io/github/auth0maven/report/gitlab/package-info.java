/** The report as GitLab shows it beside the lines of a merge request. */
@NullMarked
package io.github.auth0maven.report.gitlab;

import org.jspecify.annotations.NullMarked;
