// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articles/articlesearch.h"

#include "articles/classicpage.h"
#include "articles/hitdelegate.h"
#include "details/explanationpage.h"
#include "details/readingtext.h"
#include "knowledge/explanation.h"
#include "knowledge/shelfsearch.h"
#include "looks/fonts.h"
#include "looks/icons.h"
#include "looks/spacing.h"
#include "reports/words.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace evident {

namespace {

constexpr std::chrono::milliseconds TypingPause{120};
constexpr QSize FirstSize(1100, 720);
constexpr int ListWidth = 420;

} // namespace

ArticleSearch::ArticleSearch(const Matcher &matcher, ClassicArchive &archive, QWidget *parent)
    : QDialog(parent)
    , m_matcher(&matcher)
    , m_archive(archive)
    , m_field(new QLineEdit)
    , m_results(new QListWidget)
    , m_count(new QLabel)
    , m_title(new QLabel)
    , m_origin(new QLabel)
    , m_article(new ReadingText)
{
    setWindowTitle(tr("Find an Article"));
    resize(FirstSize);
    auto *left = new QWidget;
    auto *right = new QWidget;
    setUpLeft(left);
    setUpRight(right);
    auto *halves = new QSplitter;
    halves->addWidget(left);
    halves->addWidget(right);
    halves->setStretchFactor(0, 2);
    halves->setStretchFactor(1, 3);
    halves->setChildrenCollapsible(false);
    halves->setSizes({ListWidth, FirstSize.width() - ListWidth});
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(spacing::Normal, spacing::Normal, spacing::Normal, spacing::Normal);
    all->addWidget(halves);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ArticleSearch::search);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_kept.clear();
        m_soon.start(TypingPause);
    });
    connect(m_results, &QListWidget::currentItemChanged, this, &ArticleSearch::showArticle);
    connect(&archive, &ClassicArchive::found, this, &ArticleSearch::showFound);
    connect(&archive, &ClassicArchive::imported, this, &ArticleSearch::searchAnew);
    showHint();
}

void ArticleSearch::setUpLeft(QWidget *left)
{
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::Normal);
    m_field->setPlaceholderText(tr("Words, event ID, source, error code or file name"));
    m_field->setAccessibleName(tr("Find an article"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon(IconName::Search), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_results->setAccessibleName(tr("Articles found"));
    m_results->setItemDelegate(new HitDelegate(m_results));
    m_results->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_count->setWordWrap(true);
    m_count->setTextFormat(Qt::PlainText);
    auto *import = new QPushButton(tr("Import Classic Articles…"));
    import->setAutoDefault(false);
    connect(import, &QPushButton::clicked, this, &ArticleSearch::importWanted);
    column->addWidget(m_field);
    column->addWidget(m_results, 1);
    column->addWidget(m_count);
    column->addWidget(import, 0, Qt::AlignLeft);
}

void ArticleSearch::setUpRight(QWidget *right)
{
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *lines = new QVBoxLayout(page);
    lines->setContentsMargins(spacing::Wide, spacing::Wide, spacing::Wide, spacing::Wide);
    lines->setSpacing(spacing::Normal);
    for (QLabel *label : {m_title, m_origin}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        lines->addWidget(label);
    }
    m_title->setFont(headingFont(font()));
    m_article->setAccessibleName(tr("Article"));
    lines->addWidget(m_article);
    lines->addStretch();
    auto *scrolling = new QScrollArea;
    scrolling->setWidgetResizable(true);
    scrolling->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scrolling->setWidget(page);
    column->addWidget(scrolling);
}

void ArticleSearch::start()
{
    show();
    raise();
    activateWindow();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ArticleSearch::setMatcher(const Matcher &matcher)
{
    m_matcher = &matcher;
    searchAnew();
}

void ArticleSearch::showHint()
{
    m_results->clear();
    m_own = 0;
    m_title->setText(tr("Find an article"));
    m_origin->clear();
    m_article->showMarkdown(tr("Type what the event or the message says; what is found appears while you type."));
    m_count->setText(m_archive.shelf()
            ? tr("%1 articles of Evident and %2 classic Microsoft articles.")
                  .arg(countText(m_matcher->shelf().size()), countText(m_archive.shelf()->size()))
            : tr("%1 articles of Evident. The classic Microsoft articles can be imported, if you have them.")
                  .arg(countText(m_matcher->shelf().size())));
}

void ArticleSearch::search()
{
    const QString text = m_field->text();
    const SearchWords words = searchWordsOf(text);
    showHint();
    if (words.words.isEmpty())
        return;
    for (const ShelfHit &hit : searchShelf(m_matcher->shelf(), words)) {
        add(m_matcher->shelf().article(hit.article).id, hit.title, hit.snippet);
        ++m_own;
    }
    if (choose(m_kept))
        m_kept.clear();
    m_archive.search(text);
}

/// There is something else to find for the same words.
void ArticleSearch::searchAnew()
{
    if (const QListWidgetItem *item = m_results->currentItem())
        m_kept = item->data(std::to_underlying(HitRole::Id)).toString();
    search();
}

/// Whether there is such a result.
bool ArticleSearch::choose(const QString &id)
{
    for (int row = 0; row < m_results->count(); ++row) {
        if (m_results->item(row)->data(std::to_underlying(HitRole::Id)).toString() != id)
            continue;
        m_results->setCurrentRow(row);
        return true;
    }
    return false;
}

void ArticleSearch::showFound(const QString &text, const std::vector<ClassicHit> &hits)
{
    if (text != m_field->text())
        return;
    for (const ClassicHit &hit : hits)
        add(hit.id, hit.title, hit.snippet);
    m_count->setText(m_results->count() == 0
            ? tr("Nothing was found. Fewer words find more.")
            : tr("%1 of Evident, %2 of the classic archive").arg(countText(m_own), countText(hits.size())));
    if (!m_results->currentItem() && !choose(std::exchange(m_kept, {})) && m_results->count() > 0)
        m_results->setCurrentRow(0);
}

void ArticleSearch::add(const QString &id, const QString &title, const QString &snippet)
{
    const bool isClassic = classicNumber(id) != 0;
    const QString where = isClassic ? tr("Classic archive, %1").arg(id.section(u'/', 1)) : tr("Evident");
    auto *item = new QListWidgetItem(QStringList{visible(title), where, visible(snippet)}.join(u'\n'), m_results);
    item->setData(std::to_underlying(HitRole::Id), id);
    item->setData(std::to_underlying(HitRole::Title), visible(title));
    item->setData(std::to_underlying(HitRole::Origin), where);
    item->setData(std::to_underlying(HitRole::Snippet), visible(snippet));
}

void ArticleSearch::showArticle(const QListWidgetItem *item)
{
    if (!item)
        return;
    const QString id = item->data(std::to_underlying(HitRole::Id)).toString();
    if (const Article *own = m_matcher->shelf().find(id)) {
        for (std::size_t at = 0; at < m_matcher->shelf().size(); ++at) {
            const auto number = static_cast<ArticleNumber>(at);
            if (&m_matcher->shelf().article(number) != own)
                continue;
            const Explanation shown = explainBy(*m_matcher, number, {});
            m_title->setText(shown.title);
            m_origin->setText(verdictText(shown.verdict) + QStringLiteral(" · ") + shown.articleId);
            m_article->showMarkdown(pageMarkdown(shown));
        }
    } else if (const auto classic = m_archive.shelf() ? m_archive.shelf()->article(id) : std::nullopt) {
        m_title->setText(visible(classic->title));
        m_origin->setText(originText(*classic));
        m_article->showMarkdown(pageMarkdown(*classic));
    }
}

/// The arrows move through the results while one types.
bool ArticleSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_results->count() > 0) {
            m_results->setCurrentRow(std::clamp(m_results->currentRow() + step, 0, m_results->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace evident
