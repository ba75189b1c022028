using System.Globalization;
using NodaTime;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>
/// Where more was promised or paid in a year than its budget allows when that was last looked at, for the reconciliation: its query knows no rule data. It
/// decides nothing.
/// </summary>
public sealed record Begrotingswacht(string Id, Instant Op, IReadOnlyList<Begrotingswacht.Regel> TeVeel)
{
    internal const string Naam = "begrotingswacht";

    private const string Verplichtingen = "toegezegd";
    private const string Kas = "betaald";

    /// <param name="Jaar">As 2026.</param>
    /// <param name="Soort">toegezegd or betaald.</param>
    /// <param name="Bedrag">In euro, above <paramref name="Begroot"/>.</param>
    public sealed record Regel(string Jaar, string Soort, decimal Begroot, decimal Bedrag);

    /// <summary>What of a year is above its budget; nothing where that is not known.</summary>
    /// <param name="toegezegd">In the year, in euro; so is <paramref name="betaald"/>.</param>
    public static IReadOnlyList<Regel> Van(int jaar, Jaarbegroting begroting, decimal toegezegd, decimal betaald)
    {
        var naam = jaar.ToString(CultureInfo.InvariantCulture);
        return [.. Boven(Verplichtingen, begroting.Verplichtingen, toegezegd), .. Boven(Kas, begroting.Kas, betaald)];

        IEnumerable<Regel> Boven(string soort, decimal? begroot, decimal bedrag) =>
            begroot is { } hoogstens && bedrag > hoogstens ? [new(naam, soort, hoogstens, bedrag)] : [];
    }
}

/// <summary>Looks each morning at this year and the one before it. A run that is late or missed shows it later; a second one changes nothing.</summary>
public sealed class Begrotingswachtronde(
    Werkeenheid<BetalingenContext> eenheid,
    Contextregister contexten,
    Regelbron<BetalingenContext> regelbron,
    Moment moment
) : ITaak
{
    public async Task Voer(CancellationToken ct)
    {
        var nu = moment.Nu;
        var versie = Geldschuldregels.Op(await regelbron.Nu(ct), nu);
        var bron = contexten.Van(typeof(BetalingenContext)).Bron;
        var teVeel = new List<Begrotingswacht.Regel>();
        var dit = Moment.Dag(nu).Year;
        foreach (var jaar in (int[])[dit - 1, dit])
        {
            var som = await Jaaroverzicht.Som(bron, jaar, nu, ct);
            teVeel.AddRange(Begrotingswacht.Van(jaar, Jaarbegroting.Van(versie, jaar), som.Aangegaan, som.Betaald));
        }
        eenheid.Sessie.Store(new Begrotingswacht(Begrotingswacht.Naam, nu, teVeel));
    }
}
