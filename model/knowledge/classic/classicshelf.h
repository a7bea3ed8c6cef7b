// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The classic articles that a user imported: one SQLite file with the articles compressed, an FTS5 index without a copy
// of their text, and the event signatures found in them. Written by importClassicArchive, never changed afterwards; an
// import puts a new file in its place. A ClassicShelf is used by the thread that opened it.

#include "events/event.h"
#include "knowledge/classic/classicarticle.h"

#include <QStringList>

#include <map>
#include <memory>
#include <optional>

namespace evident {

/// An imported article that may speak of an event.
struct ClassicCandidate {
    QString id; ///< "kb/Q163727"
    QString title;
    double score = 0; ///< 0 to 0.5, so that articles of our own stand before them
    QStringList why; ///< plain sentences in the user's language
};

/// An imported article that holds the words looked for.
struct ClassicHit {
    QString id; ///< "kb/Q163727"
    QString title;
    QString snippet; ///< plain text around the first of the words
    double score = 0; ///< the higher, the better
};

class ClassicShelf {
public:
    /// Where imports go: below the user's data folder, for the window and evident-cli alike.
    [[nodiscard]] static QString userFile();
    /// Errors: NotFound, UnsupportedVersion, ReadFailed.
    [[nodiscard]] static Result<ClassicShelf> open(const QString &path);
    ClassicShelf(ClassicShelf &&other) noexcept;
    ClassicShelf &operator=(ClassicShelf &&other) noexcept;
    ~ClassicShelf();

    [[nodiscard]] std::size_t size() const;
    /// The articles whose signatures fit the event, best first, at most @p most.
    [[nodiscard]] std::vector<ClassicCandidate> candidates(const Event &event, std::size_t most = 10) const;
    /// Those that hold all words of @p text, best first. What is still being typed (the last word) may be its begin.
    [[nodiscard]] std::vector<ClassicHit> search(const QString &text, std::size_t most = 30) const;
    /// The article "kb/Q163727"; nothing when it is not on the shelf.
    [[nodiscard]] std::optional<ClassicArticle> article(const QString &id) const;

private:
    class Connection;
    explicit ClassicShelf(std::unique_ptr<Connection> connection);
    [[nodiscard]] std::vector<ClassicCandidate> ranked(
        std::map<std::int64_t, ClassicCandidate> best, std::size_t most) const;
    std::unique_ptr<Connection> m_connection;
};

/// "kb/Q163727" and back; 0 when it is no such id.
[[nodiscard]] QString classicId(std::int64_t number);
[[nodiscard]] std::int64_t classicNumber(QStringView id);

} // namespace evident
