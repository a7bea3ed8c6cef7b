// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The logs a command was given, one after the other, and the book-keeping that ends in its exit code: what could not be
// opened or read is said at once and remembered. Owned by the command while it runs.

#include "arguments.h"
#include "console.h"
#include "exitcode.h"
#include "remote/remotetarget.h"
#include "session/loadjobs.h"

#include <functional>

namespace evident {

class Inputs {
public:
    /// The account for operands on other computers, and the file with its password or that of locked archives. Without it
    /// the person is asked.
    [[nodiscard]] static std::vector<Option> accountOptions();
    /// Looks for the logs behind the operands; "-" is standard input. @p account: for those on other computers, where it
    /// was asked for already.
    explicit Inputs(const Arguments &arguments, const std::optional<Credentials> &account = {});

    /// Opens each log and hands it to @p visit. Ends early when interrupted, or when @p visit answers false. @p names
    /// must outlive the readers.
    void forEach(Names &names, const std::function<bool(const std::shared_ptr<const LogReader> &)> &visit);

    /// Files of folders that are no logs.
    [[nodiscard]] std::uint64_t skipped() const { return m_skipped; }
    [[nodiscard]] Progress &progress() { return m_progress; }
    /// Says an error and remembers it.
    void tell(const Error &error);
    /// Says what of a log could not be read, if anything, and remembers it.
    void tell(const QString &log, const Damages &damages);
    /// Says what is missing in the result for another reason, and remembers it.
    void tellIncomplete(const QString &sentence);
    /// Says a failure of the output, after which nothing counts as done.
    void tellOutputFailed(const Error &error);
    /// Tells what was passed over, and draws the sum.
    [[nodiscard]] ExitCode finish();

private:
    struct Input {
        QString path;
        std::shared_ptr<const ByteSource> unpacked; ///< its bytes, when they come out of an archive
    };
    [[nodiscard]] std::optional<QString> password(const QString &archive);
    [[nodiscard]] Result<std::shared_ptr<const LogReader>> open(const Input &input, Names &names);
    /// Whether what lies on other computers can be asked for.
    [[nodiscard]] bool setUpRemote(const Arguments &arguments, const std::optional<Credentials> &account);

    std::vector<Input> m_logs;
    std::uint64_t m_skipped = 0;
    std::size_t m_opened = 0;
    bool m_quiet;
    QString m_passwordFile;
    Remote m_remote; ///< null while nothing lies on another computer
    bool m_incomplete = false; ///< something could not be read, which was said
    bool m_outputFailed = false;
    Progress m_progress;
};

/// How many threads a command works with: -j, else the machine's cores. Nothing when the value is no number from 1 to
/// 256.
[[nodiscard]] std::optional<int> threadsFrom(const Arguments &arguments);

} // namespace evident
