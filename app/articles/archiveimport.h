// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks for the classic Microsoft archive, and tells in the message bar how far its import has come and what it came to.
// Owned by the main window.

#include "session/classicarchive.h"

class QWidget;

namespace evident {

class NoticeBar;

class ArchiveImport final : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    ArchiveImport(ClassicArchive &archive, NoticeBar &bar, QWidget &window);
    void chooseArchive();
    void chooseFolder();
    void start(const QString &path);

private:
    void tellProgress(int permille);
    void tellDone(const ClassicImport &what);
    void tellFailed(const Error &error);

    ClassicArchive &m_archive;
    NoticeBar &m_bar;
    QWidget &m_window;
    int m_percent = -1;
};

} // namespace evident
