using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Tijdvakken.Beheer;

namespace SlimRegeling.Tijdvakken;

/// <summary>For everyone: the outcome of each draw as a file that <c>deploy/loting-narekenen.sh</c> computes again at home.</summary>
public static class RangordeBestand
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/tijdvakken/{id}/rangorde.csv",
                async (string id, Werkeenheid<TijdvakkenContext> eenheid, Geschiedenissen geschiedenissen, CancellationToken ct) =>
                    await geschiedenissen.Lees(eenheid.Sessie, id, gebeurtenissen => Bytes(id, gebeurtenissen), ct) is { } csv
                        ? Uitkomst.Ok(new Bestand(csv, "text/csv", $"rangorde-{id}.csv"))
                        : Weigering.NietGevonden(id)
            )
            .Openbaar()
            .Produces<Stream>(200, "text/csv");

    private static byte[]? Bytes(string id, IReadOnlyList<object> gebeurtenissen) =>
        Csv(id, gebeurtenissen) is { } csv ? Encoding.UTF8.GetBytes(csv) : null;

    /// <summary>
    /// Lines <c># name;value</c> with what each order follows from, each list after its number, then a row for each place. UTF-8, semicolons, line
    /// feeds. Null when nothing was put in order.
    /// </summary>
    internal static string? Csv(string id, IReadOnlyList<object> gebeurtenissen)
    {
        var geordend = Rangordelijst.Van(gebeurtenissen);
        if (geordend.Count == 0)
        {
            return null;
        }
        var csv = new StringBuilder();
        Regel("# tijdvak", id);
        foreach (var vastgelegd in gebeurtenissen.OfType<LijstVastgelegd>())
        {
            Regel("# lijst vastgelegd op", InstantPattern.ExtendedIso.Format(vastgelegd.Op));
            Regel("# lijsthash", vastgelegd.Hash);
        }
        foreach (var (lijst, _, _) in geordend)
        {
            Regel("# lijst", Getal(lijst.Lijst));
            Regel("# soort", lijst.Soort.ToString().ToLowerInvariant());
            Regel("# hash", lijst.Hash);
            Regel("# gerangschikt op", InstantPattern.ExtendedIso.Format(lijst.Op));
            Regel("# zaad", EenRegel(lijst.Zaad));
            Regel("# bron", EenRegel(lijst.Bron));
            if (lijst.Uitspraak is { } uitspraak)
            {
                Regel("# uitspraak", EenRegel(uitspraak));
            }
            if (lijst.VervangenDoor is { } vervangenDoor)
            {
                Regel("# vervangen door lijst", Getal(vervangenDoor));
            }
        }
        Regel("lijst", "rang;zaaknummer;binnenPlafond");
        foreach (var (lijst, plaatsen, _) in geordend)
        {
            foreach (var plaats in plaatsen)
            {
                Regel(Getal(lijst.Lijst), $"{Getal(plaats.Rang)};{plaats.Zaaknummer};{(plaats.BinnenPlafond ? "ja" : "nee")}");
            }
        }
        return csv.ToString();

        void Regel(string naam, string inhoud) => csv.Append(naam).Append(';').Append(inhoud).Append('\n');
    }

    private static string Getal(int getal) => getal.ToString(CultureInfo.InvariantCulture);

    // A line end in a seed or source from before it was refused would begin a line of its own here.
    private static string EenRegel(string? tekst) => string.Concat((tekst ?? "").Select(c => char.IsControl(c) ? ' ' : c));
}
