using System.Globalization;

namespace SlimRegeling.Web.Formulieren;

public enum Veldsoort
{
    Tekst,

    /// <summary>A text of several lines.</summary>
    Alinea,

    /// <summary>Euro, as people write it.</summary>
    Bedrag,

    /// <summary>A number with at most two decimals.</summary>
    Getal,
    Geheel,
    Datum,
    JaNee,
    Keuze,

    /// <summary>Several short texts in one field, with commas between them.</summary>
    Teksten,
    Groep,
    Lijst,
}

/// <param name="Waarde">What the API calls it.</param>
public sealed record Keuze(string Waarde, string Titel, string? Uitleg = null);

/// <summary>What one field of a form is, whatever it is filled with: the pages render from it and read the answer by it.</summary>
/// <param name="Naam">The name in the JSON of the API.</param>
/// <param name="Titel">In the language of the reader.</param>
public sealed record Veld(string Naam, Veldsoort Soort, string Titel)
{
    public string? Uitleg { get; init; }

    /// <summary>The rule that asks for it.</summary>
    public string? Artikel { get; init; }

    /// <summary>The task in which it is asked.</summary>
    public string? Sectie { get; init; }

    public bool Verplicht { get; init; }

    public IReadOnlyList<Keuze> Keuzes { get; init; } = [];

    /// <summary>The fields of a group.</summary>
    public IReadOnlyList<Veld> Velden { get; init; } = [];

    /// <summary>What stands in a row of a list.</summary>
    public Veld? Element { get; init; }

    public int? Meeste { get; init; }

    /// <summary>How many rows a list takes, also when nothing bounds it: who sends an index of a million is no person.</summary>
    public int Rijgrens => Meeste ?? 200;

    /// <summary>Kinds of activity (<c>soort</c> of the same row) to which it belongs; null when it always does.</summary>
    public string? BijSoort { get; init; }

    public bool IsEnkel => Soort is not (Veldsoort.Groep or Veldsoort.Lijst);

    /// <summary>
    /// The field at a path such as <c>activiteiten[0].soort</c>, below this group; null when there is none, when a list has no such row, and when
    /// the path is not written the way we write it.
    /// </summary>
    public Veld? Zoek(string pad)
    {
        var veld = this;
        var gelezen = "";
        foreach (var stap in Pad.Stappen(pad))
        {
            if (Pad.Rijnummer(stap) is { } rij)
            {
                if (veld is not { Soort: Veldsoort.Lijst } lijst || rij >= lijst.Rijgrens)
                {
                    return null;
                }
                veld = lijst.Element;
                gelezen = Pad.Rij(gelezen, rij);
            }
            else
            {
                veld = veld?.Velden.FirstOrDefault(v => v.Naam == stap);
                gelezen = Pad.Bij(gelezen, stap);
            }
        }
        return gelezen == pad ? veld : null;
    }

    /// <summary>The place of a field where something at this path is shown: one text of several stands in the field of all. Null when not here.</summary>
    public string? Plaats(string pad) =>
        Zoek(pad) is not null ? pad
        : Pad.Boven(pad) is { Length: > 0 } boven && Zoek(boven)?.Soort == Veldsoort.Teksten ? boven
        : null;
}

/// <summary>Places in a form: <c>activiteiten[0].externeUren[1].uren</c>.</summary>
public static class Pad
{
    public static string Bij(string pad, string naam) => pad.Length == 0 ? naam : $"{pad}.{naam}";

    public static string Rij(string pad, int rij) => $"{pad}[{rij}]";

    /// <summary>The rows in which it stands, the outermost first: <c>a[0]</c> and <c>a[0].b[1]</c> of <c>a[0].b[1].c</c>.</summary>
    public static IEnumerable<string> Rijen(string pad)
    {
        for (var haak = pad.IndexOf(']'); haak >= 0; haak = pad.IndexOf(']', haak + 1))
        {
            yield return pad[..(haak + 1)];
        }
    }

    /// <summary>Of a step that is exactly <c>[12]</c>; null for any other.</summary>
    public static int? Rijnummer(string stap) =>
        stap is ['[', .., ']']
        && int.TryParse(stap.AsSpan(1, stap.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var rij)
        && stap == Rij("", rij)
            ? rij
            : null;

    /// <summary>Where it stands in; empty for the form itself.</summary>
    public static string Boven(string pad) => pad[..Math.Max(0, pad.LastIndexOfAny(['.', '[']))];

    /// <summary>Usable as an id in a page.</summary>
    public static string Id(string pad) => "v-" + pad.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    /// <summary>Names and, for rows, <c>[0]</c>.</summary>
    public static IEnumerable<string> Stappen(string pad) =>
        pad.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a path is another one or lies below it.</summary>
    public static bool Onder(string pad, string boven) =>
        boven.Length == 0 || pad == boven || (pad.StartsWith(boven, StringComparison.Ordinal) && pad[boven.Length] is '.' or '[');
}
