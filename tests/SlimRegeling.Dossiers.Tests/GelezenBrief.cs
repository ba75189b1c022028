using System.Xml.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>A letter as another program reads it (PdfPig): its text, its tree of tags and its metadata.</summary>
internal sealed class GelezenBrief : IDisposable
{
    private const double Links = 71;
    private const double Voet = 40;

    /// <summary>A font tells its widths in whole thousandths.</summary>
    private const double Speling = 1;

    private readonly PdfDocument document;

    public GelezenBrief(byte[] pdf) => document = PdfDocument.Open(pdf);

    public int AantalBladen => document.NumberOfPages;

    public DictionaryToken Catalogus => document.Structure.Catalog.CatalogDictionary;

    public XDocument Metadata => document.TryGetXmpMetadata(out var xmp) ? xmp!.GetXDocument() : new();

    public string? Titel => document.Information.Title;

    /// <summary>What is drawn on one page, from 1, foot included.</summary>
    public string Blad(int nummer) => string.Concat(document.GetPage(nummer).Letters.Select(x => x.Value));

    /// <summary>The lines on one page, from 1, top to bottom.</summary>
    public IReadOnlyList<string> Regels(int nummer) =>
        [
            .. document
                .GetPage(nummer)
                .Letters.GroupBy(x => Math.Round(x.StartBaseLine.Y))
                .OrderByDescending(x => x.Key)
                .Select(x => string.Concat(x.Select(letter => letter.Value))),
        ];

    /// <summary>What a screen reader tells: text in marked content, without decoration.</summary>
    public string Voorgelezen() => string.Concat(document.GetPages().SelectMany(Voorgelezen));

    /// <summary>Letters that stand neither in a tag nor in decoration.</summary>
    public int LosseLetters() =>
        document
            .GetPages()
            .Sum(blad => blad.Letters.Except(blad.GetMarkedContents().SelectMany(Letters), ReferenceEqualityComparer.Instance).Count());

    /// <summary>The tree of tags in reading order, as "diepte:soort" with the scope of a header cell after it.</summary>
    public IReadOnlyList<string> Tags() =>
        [
            .. Elementen()
                .Select(e =>
                {
                    var scope = Los(e.Element, "A") is DictionaryToken kenmerken ? Los(kenmerken, "Scope") : null;
                    return $"{e.Diepte}:{((NameToken)e.Element.Data["S"]).Data}{(scope is NameToken naam ? $" {naam.Data}" : "")}";
                }),
        ];

    /// <summary>What a screen reader tells of each picture.</summary>
    public IReadOnlyList<string> Beschrijvingen() =>
        [.. Elementen().Select(e => Los(e.Element, "Alt")).OfType<IDataToken<string>>().Select(t => t.Data)];

    /// <summary>The filled rectangles on one page, from 1.</summary>
    public IReadOnlyList<PdfRectangle> Vakken(int nummer) =>
        [.. document.GetPage(nummer).Paths.Where(p => p.IsFilled).Select(p => p.GetBoundingRectangle()).OfType<PdfRectangle>()];

    public IToken? Los(DictionaryToken dictionary, string sleutel) =>
        dictionary.Data.TryGetValue(sleutel, out var waarde) ? Los(waarde) : null;

    /// <summary>Letters that stand outside the white space around a page, each with its page; the foot has a place of its own.</summary>
    public IReadOnlyList<string> BuitenDeMarges() =>
        [
            .. document
                .GetPages()
                .SelectMany(blad =>
                    blad.Letters.Where(x => !string.IsNullOrWhiteSpace(x.Value))
                        .Where(x =>
                            x.StartBaseLine.X < Links - Speling
                            || x.EndBaseLine.X > blad.Width - Links + Speling
                            || x.StartBaseLine.Y > blad.Height - Links
                            || x.StartBaseLine.Y < Voet
                        )
                        .Select(x => $"blad {blad.Number}: {x.Value} op {x.StartBaseLine}")
                ),
        ];

    public void Dispose() => document.Dispose();

    public IToken? Los(IToken token) =>
        token is IndirectReferenceToken verwijzing ? document.Structure.GetObject(verwijzing.Data).Data : token;

    private IEnumerable<(int Diepte, DictionaryToken Element)> Elementen() =>
        Onder(Los((DictionaryToken)Los(Catalogus.Data["StructTreeRoot"])!, "K"), 0);

    private IEnumerable<(int Diepte, DictionaryToken Element)> Onder(IToken? knoop, int diepte) =>
        knoop switch
        {
            ArrayToken rij => rij.Data.SelectMany(kind => Onder(Los(kind), diepte)),
            DictionaryToken element when element.Data.ContainsKey("S") => Onder(Los(element, "K"), diepte + 1).Prepend((diepte, element)),
            _ => [],
        };

    /// <summary>PdfPig joins a mark to the letter before it, and leaves the letter without it in the marked content as well.</summary>
    private static IEnumerable<string> Voorgelezen(Page blad)
    {
        var staan = blad.Letters.ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return blad.GetMarkedContents().Where(x => !x.IsArtifact).SelectMany(Letters).Where(staan.Contains).Select(x => x.Value);
    }

    private static IEnumerable<Letter> Letters(MarkedContentElement element) =>
        element.Letters.Concat(element.Children.SelectMany(Letters));
}
