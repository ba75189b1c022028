using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Regels;

/// <summary>The key of a parameter that code reads.</summary>
/// <param name="Eenheid">The unit that the file must state.</param>
/// <param name="Optioneel">Whether a version may lack it because its law has no such rule.</param>
/// <param name="Gedateerd">Whether it holds a value from a date on, whatever the version, and is read with a date.</param>
public abstract record Sleutel(string Code, string Eenheid, bool Optioneel, bool Gedateerd)
{
    /// <summary>The place in <see cref="Parameters.Alle"/>.</summary>
    internal int Plaats { get; init; }

    /// <summary>What is wrong with a single value, in Dutch; null when nothing is.</summary>
    internal abstract string? Fout(string waarde);
}

/// <summary>A number of zero or more.</summary>
public sealed record Getalsleutel(string Code, string Eenheid, bool Optioneel = false, bool Gedateerd = false)
    : Sleutel(Code, Eenheid, Optioneel, Gedateerd)
{
    // As large as an amount can be in an application: their product still fits a decimal.
    private const decimal TeGroot = 10_000_000_000_000m;

    internal override string? Fout(string waarde) =>
        !decimal.TryParse(waarde, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var getal)
            ? $"'{waarde}' is geen getal van nul of meer"
        : getal >= TeGroot ? $"'{waarde}' is te groot; geef ten hoogste 13 cijfers voor de punt"
        : Eenheid == "procent" && getal > 100m ? $"'{waarde}' is meer dan 100 procent"
        : Eenheid is "euro" or "euro-per-uur" && decimal.Round(getal, 2) != getal ? $"'{waarde}' heeft meer dan twee decimalen"
        : Eenheid == "uren-per-jaar" && getal < 1m ? $"'{waarde}' is minder dan 1; door dit aantal uren wordt gedeeld"
        : Eenheid is "aantal" && decimal.Truncate(getal) != getal ? $"'{waarde}' is geen heel aantal"
        : null;
}

/// <summary>A choice or a code.</summary>
/// <param name="Keuzes">The values that code knows; empty where any code is good.</param>
public sealed record Tekstsleutel(string Code, string Eenheid, IReadOnlyList<string> Keuzes, bool Gedateerd = false)
    : Sleutel(Code, Eenheid, Optioneel: false, Gedateerd)
{
    internal override string? Fout(string waarde) =>
        Keuzes.Count > 0 && !Keuzes.Contains(waarde) ? $"'{waarde}' is geen keuze; kies uit {string.Join(", ", Keuzes)}"
        : Eenheid == "sbi-code" && !Sbi.Is(waarde) ? $"'{waarde}' is geen SBI-code van twee tot vijf cijfers"
        : Eenheid == Verslagmodel.Eenheid && !Verslagmodel.IsVindplaats(waarde)
            ? $"'{waarde}' is geen webadres dat met https:// begint, en geen omschrijving zonder ://"
        : null;
}

/// <summary>A date, yyyy-MM-dd.</summary>
public sealed record Datumsleutel(string Code, bool Optioneel = false) : Sleutel(Code, "datum", Optioneel, Gedateerd: false)
{
    internal override string? Fout(string waarde) =>
        LocalDatePattern.Iso.Parse(waarde).Success ? null : $"'{waarde}' is geen datum (jjjj-mm-dd)";

    internal static LocalDate Lees(string waarde) => LocalDatePattern.Iso.Parse(waarde).Value;
}

/// <summary>A list of SBI codes.</summary>
public sealed record Lijstsleutel(string Code, bool Optioneel = false) : Sleutel(Code, "sbi-codes", Optioneel, Gedateerd: false)
{
    internal override string? Fout(string waarde) =>
        Array.Find(Lees(waarde), code => !Sbi.Is(code)) is { } code ? $"'{code}' is geen SBI-code van twee tot vijf cijfers" : null;

    internal static string[] Lees(string waarde) => waarde.Split(", ");
}

file static class Sbi
{
    public static bool Is(string code) => code.Length is >= 2 and <= 5 && code.All(char.IsAsciiDigit);
}
