using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>The scheme as it holds for the windows of one rule version. Immutable; made only by reading a file.</summary>
public sealed class Regelversie
{
    public required string Id { get; init; }
    public required string Titel { get; init; }
    public required LocalDate Vanaf { get; init; }
    public required IReadOnlyDictionary<string, string> Bronnen { get; init; }
    public required IReadOnlyDictionary<string, Parameter> Parameters { get; init; }
    public required IReadOnlyDictionary<string, Eis> Eisen { get; init; }
    public required IReadOnlyDictionary<string, Grond> Gronden { get; init; }
    public required IReadOnlyDictionary<string, Document> Documenten { get; init; }
    public required IReadOnlyDictionary<string, Post> Posten { get; init; }
    public required IReadOnlyDictionary<string, Termijn> Termijnen { get; init; }
    public required IReadOnlyDictionary<string, Stap> Stappen { get; init; }
    public required IReadOnlyDictionary<string, Feestdag> Feestdagen { get; init; }

    private readonly Lazy<string> hash;
    private readonly Lazy<FrozenDictionary<string, decimal>> getallen;

    internal Regelversie()
    {
        hash = new(BerekenHash);
        getallen = new(LeesGetallen);
    }

    /// <summary>The number of a parameter, in the unit of its key (procent: 60 means 60%).</summary>
    public decimal this[Getalsleutel sleutel] => getallen.Value[sleutel.Code];

    /// <summary>The text of a parameter that is a choice or a code.</summary>
    public string this[Tekstsleutel sleutel] => Parameters[sleutel.Code].Waarde;

    /// <summary>Lower-case hexadecimal SHA-256 over what a decision computes with: every parameter and every term, in the
    /// order of their codes, one a line. Sources, articles and explanations may improve without changing it.</summary>
    public string Hash => hash.Value;

    public Eis Eis(string code) => Zoek(Eisen, code, "eis");

    public Grond Grond(string code) => Zoek(Gronden, code, "grond");

    public Document Document(string code) => Zoek(Documenten, code, "document");

    public Post Post(string code) => Zoek(Posten, code, "post");

    public Termijn Termijn(string code) => Zoek(Termijnen, code, "termijn");

    public Stap Stap(string code) => Zoek(Stappen, code, "stap");

    /// <summary>Codes of everything that no source at hand confirms.</summary>
    public IEnumerable<string> Onbevestigd => AlleRegels.Where(r => r.Status == Status.Onbevestigd).Select(r => r.Code);

    /// <summary>Every entry of the file, section after section.</summary>
    public IEnumerable<Regel> AlleRegels =>
        [
            .. Parameters.Values,
            .. Eisen.Values,
            .. Gronden.Values,
            .. Documenten.Values,
            .. Posten.Values,
            .. Termijnen.Values,
            .. Stappen.Values,
            .. Feestdagen.Values,
        ];

    private T Zoek<T>(IReadOnlyDictionary<string, T> sectie, string code, string soort)
        where T : Regel =>
        sectie.TryGetValue(code, out var regel)
            ? regel
            : throw new KeyNotFoundException($"Regelversie {Id} heeft geen {soort} met de code '{code}'.");

    private FrozenDictionary<string, decimal> LeesGetallen() =>
        Regels.Parameters.Getallen.ToFrozenDictionary(s => s.Code, s => Getal.Lees(Parameters[s.Code].Waarde), StringComparer.Ordinal);

    private string BerekenHash()
    {
        var tekst = new StringBuilder();
        foreach (var p in Parameters.Values.OrderBy(p => p.Code, StringComparer.Ordinal))
            tekst
                .Append("parameter ")
                .Append(p.Code)
                .Append(' ')
                .Append(Getal.Canoniek(p.Waarde))
                .Append(' ')
                .Append(p.Eenheid)
                .Append('\n');
        foreach (var t in Termijnen.Values.OrderBy(t => t.Code, StringComparer.Ordinal))
            tekst
                .Append("termijn ")
                .Append(t.Code)
                .Append(' ')
                .Append(t.Lengte)
                .Append(' ')
                .Append(t.Eenheid)
                .Append(t.AlgemeneTermijnenwet ? " algemene-termijnenwet\n" : "\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tekst.ToString())));
    }
}
