using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>The numbering of the articles that a version cites: of before or since 28 February 2025.</summary>
public enum Nummering
{
    Oud,
    Nieuw,
}

/// <summary>The scheme as it holds for the windows of one rule version. Immutable; made by reading a file, or from another by
/// <see cref="Met"/>.</summary>
public sealed class Regelversie
{
    public required string Id { get; init; }
    public required string Titel { get; init; }
    public required LocalDate Vanaf { get; init; }
    public required Nummering Nummering { get; init; }

    /// <summary>The id of the version before; null for the first.</summary>
    public required string? Vorige { get; init; }

    /// <summary>What differs from the version before, as its file tells; compared with the real difference at load.</summary>
    public required IReadOnlyList<VerteldVerschil> Verschillen { get; init; }

    /// <summary>Who can apply in the windows of this version.</summary>
    public required IReadOnlyList<string> Aanvragertypen { get; init; }
    public required IReadOnlyDictionary<string, string> Bronnen { get; init; }
    public required IReadOnlyDictionary<string, Parameter> Parameters { get; init; }
    public required IReadOnlyDictionary<string, Eis> Eisen { get; init; }
    public required IReadOnlyDictionary<string, Grond> Gronden { get; init; }
    public required IReadOnlyDictionary<string, Document> Documenten { get; init; }
    public required IReadOnlyDictionary<string, Post> Posten { get; init; }
    public required IReadOnlyDictionary<string, Termijn> Termijnen { get; init; }
    public required IReadOnlyDictionary<string, Bewijs> Verantwoording { get; init; }
    public required IReadOnlyDictionary<string, Intrekkingsgrond> Intrekkingsgronden { get; init; }
    public required IReadOnlyDictionary<string, Bepaling> Bepalingen { get; init; }
    public required IReadOnlyDictionary<string, Stap> Stappen { get; init; }
    public required IReadOnlyDictionary<string, Feestdag> Feestdagen { get; init; }

    // Made when first asked for; two threads at once make the same.
    private string? hash;
    private Parameterwaarden? waarden;
    private readonly ConcurrentDictionary<string, Toetsblad> toetsbladen = new(StringComparer.Ordinal);

    internal Regelversie() { }

    /// <summary>The number of a compulsory parameter, in the unit of its key (procent: 60 means 60%).</summary>
    public decimal this[Getalsleutel sleutel] => Waarden.Getal(sleutel) ?? throw Ontbreekt(sleutel);

    /// <summary>The text of a parameter that is a choice or a code.</summary>
    public string this[Tekstsleutel sleutel] => Waarden.Tekst(sleutel) ?? throw Ontbreekt(sleutel);

    /// <summary>Null when the law of this version has no such rule.</summary>
    public decimal? Zoek(Getalsleutel sleutel) => Waarden.Getal(sleutel);

    /// <inheritdoc cref="Zoek(Getalsleutel)"/>
    public LocalDate? Zoek(Datumsleutel sleutel) => Waarden.Datum(sleutel);

    /// <summary>The codes of a list; empty when the law of this version has no such list.</summary>
    public IReadOnlySet<string> Lijst(Lijstsleutel sleutel) => Waarden.Lijst(sleutel);

    /// <summary>The number of a dated parameter on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day before the first value.</exception>
    public decimal Op(Getalsleutel sleutel, LocalDate dag) => Waarden.Getal(sleutel, dag);

    /// <summary>The text of a dated parameter on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day before the first value.</exception>
    public string Op(Tekstsleutel sleutel, LocalDate dag) => Waarden.Tekst(sleutel, dag);

    /// <summary>Lower-case hexadecimal SHA-256 over what a decision is taken with: every rule in substance, in the order of sections and
    /// codes, one a line. Sources, articles, titles and explanations may improve without changing it.</summary>
    public string Hash => hash ??= BerekenHash();

    /// <summary>The number of a parameter as the value "percentage" of a line; zero for no key and where the version has none.</summary>
    internal Waarde[] Percentage(Getalsleutel? sleutel) => Waarden.Percentage(sleutel);

    /// <summary>The article of a parameter; null when the law of this version has no such rule.</summary>
    internal string? Artikel(Sleutel sleutel) => Parameters.TryGetValue(sleutel.Code, out var parameter) ? parameter.Artikel : null;

    public Eis Eis(string code) => Zoek(Eisen, code, "eis");

    public Grond Grond(string code) => Zoek(Gronden, code, "grond");

    public Document Document(string code) => Zoek(Documenten, code, "document");

    public Post Post(string code) => Zoek(Posten, code, "post");

    public Termijn Termijn(string code) => Zoek(Termijnen, code, "termijn");

    public Intrekkingsgrond Intrekkingsgrond(string code) => Zoek(Intrekkingsgronden, code, "intrekkingsgrond");

    public Bepaling Bepaling(string code) => Zoek(Bepalingen, code, "bepaling");

    public Stap Stap(string code) => Zoek(Stappen, code, "stap");

    /// <summary>Codes of everything that no source at hand confirms.</summary>
    public IEnumerable<string> Onbevestigd => AlleRegels.Where(r => r.Status == Status.Onbevestigd).Select(r => r.Code);

    /// <summary>Of those, the codes of what can matter to the assessment of an application by this type: parameters, requirements, grounds
    /// and lines of the computation.</summary>
    public IEnumerable<string> OnbevestigdVoor(string aanvragertype)
    {
        var vanAnderen = Regels
            .Parameters.Alle.Where(s => !Regels.Parameters.Telt(s, aanvragertype))
            .Select(s => s.Code)
            .ToHashSet(StringComparer.Ordinal);
        return AlleRegels
            .Where(r => r.Status == Status.Onbevestigd)
            .Where(r =>
                r switch
                {
                    Parameter => !vanAnderen.Contains(r.Code),
                    Regels.Eis eis => eis.Aanvragertypen.Contains(aanvragertype),
                    Regels.Grond grond => grond.Aanvragertypen.Contains(aanvragertype),
                    Regels.Post => true,
                    _ => false,
                }
            )
            .Select(r => r.Code);
    }

    /// <summary>Every rule, section after section.</summary>
    public IEnumerable<Regel> AlleRegels =>
        [
            .. Parameters.Values,
            .. Eisen.Values,
            .. Gronden.Values,
            .. Documenten.Values,
            .. Posten.Values,
            .. Termijnen.Values,
            .. Verantwoording.Values,
            .. Intrekkingsgronden.Values,
            .. Bepalingen.Values,
            .. Stappen.Values,
            .. Feestdagen.Values,
        ];

    /// <summary>The rule with this code in a section; null when the version has none.</summary>
    public Regel? Zoek(string sectie, string code) => AlleRegels.SingleOrDefault(r => r.Sectie == sectie && r.Code == code);

    /// <summary>This version with rules confirmed or changed; of two changes to one rule the last holds.</summary>
    /// <exception cref="RegelbestandException">A change names no rule, or a value that the rule cannot have.</exception>
    public Regelversie Met(IReadOnlyList<Regelwijziging> wijzigingen) =>
        wijzigingen.Count == 0 ? this : Regelwijzigingen.Voer(this, wijzigingen);

    /// <summary>What a plan of this applicant type is tested against. A type that the scheme does not know has none of its own to keep.</summary>
    internal Toetsblad Toetsblad(string aanvragertype) =>
        Aanvragertype.Alle.Contains(aanvragertype)
            ? toetsbladen.GetOrAdd(aanvragertype, static (type, versie) => new(versie, type), this)
            : new(this, aanvragertype);

    private Parameterwaarden Waarden => waarden ??= new(Id, Parameters);

    private T Zoek<T>(IReadOnlyDictionary<string, T> sectie, string code, string soort)
        where T : Regel =>
        sectie.TryGetValue(code, out var regel)
            ? regel
            : throw new KeyNotFoundException($"Regelversie {Id} heeft geen {soort} met de code '{code}'.");

    private KeyNotFoundException Ontbreekt(Sleutel sleutel) =>
        new(
            sleutel.Gedateerd
                ? $"De parameter '{sleutel.Code}' hangt af van een dag."
                : $"Regelversie {Id} heeft geen parameter '{sleutel.Code}'."
        );

    private string BerekenHash()
    {
        var tekst = new StringBuilder();
        foreach (var regel in AlleRegels.OrderBy(r => r.Sectie, StringComparer.Ordinal).ThenBy(r => r.Code, StringComparer.Ordinal))
            tekst.Append(regel.Sectie).Append('/').Append(regel.Code).Append(' ').Append(regel.Inhoud).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tekst.ToString())));
    }
}
