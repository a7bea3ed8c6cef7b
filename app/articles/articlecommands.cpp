// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articles/articlecommands.h"

#include "articles/articleeditor.h"
#include "notices/noticebar.h"

#include <QDir>

namespace evident {

namespace {

const QString Topic = QStringLiteral("own articles");
const QString MissingTopic = QStringLiteral("team folder");

} // namespace

ArticleCommands::ArticleCommands(Session &session, WindowSettings &settings, NoticeBar &notices, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_settings(settings)
    , m_notices(notices)
    , m_window(window)
    , m_own(session, settings.articleFolders)
{
    connect(&m_own, &OwnArticles::faultsChanged, this, &ArticleCommands::tellFaults);
}

void ArticleCommands::explain(const Event &event)
{
    auto *editor = new ArticleEditor(m_session, m_own, draftFor(event), &m_window);
    connect(editor, &ArticleEditor::trouble, this, &ArticleCommands::trouble);
    connect(editor, &ArticleEditor::teamFolderWanted, this, &ArticleCommands::addTeamFolder);
    connect(editor, &ArticleEditor::saved, this, [this](const QString &path) {
        m_notices.add({.weight = Notice::Weight::Information,
            .topic = path,
            .text = tr("Your article was saved as %1.").arg(QDir::toNativeSeparators(path)),
            .actionText = {},
            .action = {}});
    });
    editor->show();
}

void ArticleCommands::addTeamFolder(const QString &folder)
{
    m_settings.articleFolders.append(folder);
    m_own.setTeamFolders(m_settings.articleFolders);
}

void ArticleCommands::tellFaults()
{
    m_notices.drop(Topic);
    m_notices.drop(MissingTopic);
    if (const QStringList &missing = m_own.missing(); !missing.isEmpty())
        m_notices.add({.weight = Notice::Weight::Information,
            .topic = MissingTopic,
            .text = tr("The team's folder %1 cannot be reached. Its articles are missing until it can.")
                .arg(QDir::toNativeSeparators(missing.front())),
            .actionText = {},
            .action = {}});
    const auto &faults = m_own.faults();
    if (faults.empty())
        return;
    QString text = tr("%n article(s) of your own cannot be used. %1", nullptr, static_cast<int>(faults.size()))
                       .arg(faultLine(faults.front()));
    m_notices.add({.weight = Notice::Weight::Trouble, .topic = Topic, .text = text, .actionText = {}, .action = {}});
}

} // namespace evident
