// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes the file of a ClassicShelf under another name beside it, and gives it its name when it is whole. Owned by the
// import, used by its thread alone; preparing an article is a free function that any thread may call.

#include "knowledge/classic/signature.h"

#include <QHash>

#include <memory>

namespace evident {

/// What the file keeps of an article.
struct PreparedArticle {
    std::int64_t number = 0;
    QString title;
    QByteArray events; ///< sources and ids to be found by, UTF-8, as are the next two
    QByteArray keywords;
    QByteArray text;
    QByteArray disclaimer; ///< as it stands in the file
    QByteArray packed; ///< compressed, without the disclaimer
    std::vector<EventSignature> signatures;
};
/// Errors: as parseClassicArticle.
[[nodiscard]] Result<PreparedArticle> prepareArticle(const QByteArray &file);

class ClassicWriter {
public:
    /// Errors: WriteFailed.
    [[nodiscard]] static Result<ClassicWriter> create(const QString &target);
    ClassicWriter(ClassicWriter &&other) noexcept;
    ClassicWriter &operator=(ClassicWriter &&other) = delete;
    ~ClassicWriter(); ///< leaves nothing behind unless finish was called

    /// Errors: WriteFailed.
    [[nodiscard]] Result<void> add(const PreparedArticle &article);
    /// Gives the file its name. Errors: WriteFailed.
    [[nodiscard]] Result<void> finish();

private:
    class File;
    explicit ClassicWriter(std::unique_ptr<File> file);
    std::unique_ptr<File> m_file;
};

} // namespace evident
