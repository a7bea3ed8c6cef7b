// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The second shelf as the window uses it: opened once, read on the window's thread for what one event needs, searched
// and imported by workers of its own. Owned by the main window; jobs that still run when it goes are cancelled and
// waited for.

#include "knowledge/classic/classicimport.h"
#include "knowledge/classic/classicshelf.h"

#include <QObject>

#include <memory>

namespace evident {

class ClassicArchive final : public QObject {
    Q_OBJECT
public:
    /// @p file: where imports go; need not be there.
    explicit ClassicArchive(QString file, QObject *parent = nullptr);
    ~ClassicArchive() override;

    /// Null when nothing was imported yet, or what was cannot be read.
    [[nodiscard]] const ClassicShelf *shelf() const;
    /// Reads @p paths into the shelf, in the place of what it holds; nothing while another import runs.
    void import(const QStringList &paths);
    void cancelImport();
    [[nodiscard]] bool isImporting() const;
    /// found brings the answer; a newer search makes an older one's answer void.
    void search(const QString &text);

signals:
    void importProgressed(int permille);
    /// Also when it was cancelled.
    void imported(const evident::ClassicImport &what);
    void importFailed(const evident::Error &error);
    void found(const QString &text, const std::vector<evident::ClassicHit> &hits);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace evident
