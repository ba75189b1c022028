using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling;

/// <summary>What an assessor asks to take off, beside what does not count (4:46, second paragraph, under b to d, Awb).</summary>
/// <param name="Grond">verplichtingen-niet-nageleefd, onjuiste-gegevens or verlening-onjuist.</param>
/// <param name="Bedrag">What goes off, in euro; no more than would be settled without it.</param>
/// <param name="Reden">Why; it stands in the letter.</param>
public sealed record Verlagingsverzoek(string Grond, decimal Bedrag, string Reden);

/// <summary>What goes off in a proposal.</summary>
/// <param name="Grond">verplichtingen-niet-nageleefd, onjuiste-gegevens or verlening-onjuist.</param>
/// <param name="Bedrag">Euro.</param>
/// <param name="Reden">What the assessor wrote; absent when it was destroyed.</param>
public sealed record Verlagingsbeeld(string Grond, string Artikel, decimal Bedrag, string? Reden = null)
{
    /// <summary>Null when nothing goes off.</summary>
    public static Verlagingsbeeld? Van(Voorgesteld voorstel, string? reden) =>
        voorstel.Verlaging is { } verlaging
            ? new(verlaging.Grond, Verlagingsgrond.Artikel(verlaging.Grond), verlaging.Bedrag, reden)
            : null;
}

/// <summary>The same for the letter.</summary>
/// <param name="Omdat">The ground as the recipient reads it, behind the word "omdat".</param>
/// <param name="Bedrag">What really went off: not what would come under what was settled before. Euro.</param>
/// <param name="Alleen">Whether without it the whole award would be settled.</param>
public sealed record Verlagingsgebeurd(string Omdat, string Artikel, decimal Bedrag, bool Alleen, string? Reden = null)
{
    /// <summary>Null when nothing went off, also because no less is settled than before.</summary>
    /// <param name="opening">The award at the proposal.</param>
    public static Verlagingsgebeurd? Van(Voorgesteld voorstel, Opengesteld opening, string? reden)
    {
        if (voorstel.Verlaging is not { } verlaging)
        {
            return null;
        }
        var zonder = voorstel.Afrekening is { } afrekening
            ? afrekening.Berekend + verlaging.Bedrag
            : Vaststellingsbedrag.Bereken(opening, voorstel.Uitgevoerd, voorstel.Gedeeltelijk?.PerActiviteit);
        return zonder - voorstel.Vastgesteld is { } eraf and > 0m
            ? new(Verlagingsgrond.Omdat(verlaging.Grond), Verlagingsgrond.Artikel(verlaging.Grond), eraf, zonder >= opening.Verleend, reden)
            : null;
    }
}

/// <summary>The form of what is taken off.</summary>
internal static class Verlagingen
{
    /// <summary>What its reason stands under among the arguments, which are by activity.</summary>
    public const string Redensleutel = "verlaging";

    private const string Veld = "verlaging";
    private const string Motivering = "3:46 Awb";
    private const int LangsteReden = 2_000;

    public static IEnumerable<Fout> Fouten(Verlagingsverzoek? verzoek)
    {
        if (verzoek is null)
        {
            yield break;
        }
        var bekend = Verlagingsgrond.Alle.Contains(verzoek.Grond);
        if (!bekend)
        {
            yield return new($"{Veld}.grond", $"Kies uit {string.Join(", ", Verlagingsgrond.Alle)}.", "4:46, tweede lid, Awb");
        }
        if (verzoek.Bedrag <= 0m || verzoek.Bedrag != Getal.Centen(verzoek.Bedrag))
        {
            yield return new(
                $"{Veld}.bedrag",
                "Vul in wat er afgaat: een bedrag boven nul, in hele centen. Gaat er niets af? Laat de verlaging dan weg.",
                bekend ? Verlagingsgrond.Artikel(verzoek.Grond) : "4:46, tweede lid, Awb"
            );
        }
        if (string.IsNullOrWhiteSpace(verzoek.Reden) || verzoek.Reden.Length > LangsteReden)
        {
            yield return new(
                $"{Veld}.reden",
                $"Schrijf op waarom u de subsidie lager vaststelt, in ten hoogste {LangsteReden} tekens.",
                Motivering
            );
        }
    }

    /// <summary>Null when nothing goes off, and of what has no form yet.</summary>
    public static Verlaging? Van(Verlagingsverzoek? verzoek) =>
        verzoek is null || Fouten(verzoek).Any() ? null : new(verzoek.Grond, verzoek.Bedrag);

    /// <summary>What was asked, to compute it again: the words change nothing in it.</summary>
    public static Verlagingsverzoek? Opnieuw(Verlaging? verlaging) =>
        verlaging is null ? null : new(verlaging.Grond, verlaging.Bedrag, "-");

    /// <summary>Null unless more goes off than there is.</summary>
    /// <param name="zonder">What would be settled without it, in euro.</param>
    public static Fout? TeVeel(Verlaging? verlaging, decimal zonder) =>
        verlaging is not null && verlaging.Bedrag > zonder
            ? new(
                $"{Veld}.bedrag",
                $"Zonder verlaging wordt de subsidie {Getal.Euro(zonder)}. Er gaat niet meer af dan dat.",
                Verlagingsgrond.Artikel(verlaging.Grond)
            )
            : null;
}
