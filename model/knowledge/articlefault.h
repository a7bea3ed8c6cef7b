// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is wrong with an article, said to the person who wrote it. Plain values; the parser and the shelf-wide checks
// gather them in a FaultList, one per file.

#include <QString>

#include <vector>

namespace evident {

/// A broken article among others: the rest is used all the same.
struct ArticleFault {
    QString file;
    int line = 0; ///< counted from 1; 0 when it concerns the whole file
    QString sentence; ///< what is wrong and what is expected, plain
    bool operator==(const ArticleFault &) const = default;
};

/// "file:line: sentence", as compilers and editors write it; without the line when it is 0.
[[nodiscard]] QString faultLine(const ArticleFault &fault);

/// The faults of one file, in the order they were met.
class FaultList {
public:
    explicit FaultList(QString file)
        : m_file(std::move(file))
    {
    }

    void add(int line, QString sentence) { m_faults.push_back({m_file, line, std::move(sentence)}); }
    [[nodiscard]] const std::vector<ArticleFault> &faults() const { return m_faults; }
    [[nodiscard]] bool isEmpty() const { return m_faults.empty(); }

private:
    QString m_file;
    std::vector<ArticleFault> m_faults;
};

} // namespace evident
