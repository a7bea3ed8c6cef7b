// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The corpus of real logs beside the checkout (or at $EVIDENT_CORPUS): where it is, its manifest, and the truth about
// every record. Owned by the test that reads it.

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

struct archive;

namespace evident::golden {

/// The folder that holds logs/ and the manifest; empty when there is none. Where the folder itself stands but lacks a part, the test
/// that needs the part must fail, not skip.
[[nodiscard]] QString corpusFolder();
/// One object for each log, in the order of the truth.
[[nodiscard]] std::vector<QJsonObject> readManifest();

/// Reads logs-records.jsonl.zst line by line.
class TruthRecords {
public:
    TruthRecords();
    ~TruthRecords();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] std::optional<QJsonObject> next();

private:
    struct Closer {
        void operator()(archive *file) const;
    };
    [[nodiscard]] bool fill();

    std::unique_ptr<archive, Closer> m_file;
    QByteArray m_buffer;
    qsizetype m_position = 0;
    bool m_isOpen = false;
};

} // namespace evident::golden

/// Skips loudly where there is no corpus.
#define EVIDENT_NEED_CORPUS()                      \
    if (evident::golden::corpusFolder().isEmpty()) \
    QSKIP("THE CORPUS IS NOT THERE: set EVIDENT_CORPUS to the folder that holds logs/ and logs-manifest.jsonl")
