using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken;

/// <summary>For everyone: the outcome of a draw as a file that <c>deploy/loting-narekenen.sh</c> computes again at home.</summary>
public static class RangordeBestand
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/tijdvakken/{id}/rangorde.csv",
                async (string id, Werkeenheid<TijdvakkenContext> eenheid, CancellationToken ct) =>
                {
                    var gebeurtenissen = (await eenheid.Sessie.Events.FetchStreamAsync(id, token: ct)).Select(e => e.Data).ToList();
                    return
                        gebeurtenissen.OfType<LijstVastgelegd>().SingleOrDefault() is { } lijst
                        && gebeurtenissen.OfType<Gerangschikt>().FirstOrDefault() is { } rangorde
                        ? Uitkomst.Ok(new Bestand(Encoding.UTF8.GetBytes(Csv(id, lijst, rangorde)), "text/csv", $"rangorde-{id}.csv"))
                        : Weigering.NietGevonden(id);
                }
            )
            .Openbaar()
            .Produces<Stream>(200, "text/csv");

    /// <summary>Lines <c># name;value</c> with what the order follows from, then a row for each place. UTF-8, semicolons, line feeds.</summary>
    internal static string Csv(string id, LijstVastgelegd lijst, Gerangschikt rangorde)
    {
        var csv = new StringBuilder();
        Regel("# tijdvak", id);
        Regel("# lijst vastgelegd op", InstantPattern.ExtendedIso.Format(lijst.Op));
        Regel("# lijsthash", lijst.Hash);
        Regel("# gerangschikt op", InstantPattern.ExtendedIso.Format(rangorde.Op));
        Regel("# zaad", EenRegel(rangorde.Zaad));
        Regel("# bron", EenRegel(rangorde.Bron));
        Regel("rang", "zaaknummer;binnenPlafond");
        var binnen = (rangorde.Binnen ?? rangorde.Zaaknummers.Take(rangorde.BinnenPlafond)).ToHashSet();
        foreach (var (plaats, zaaknummer) in rangorde.Zaaknummers.Index())
        {
            Regel((plaats + 1).ToString(CultureInfo.InvariantCulture), $"{zaaknummer};{(binnen.Contains(zaaknummer) ? "ja" : "nee")}");
        }
        return csv.ToString();

        void Regel(string naam, string inhoud) => csv.Append(naam).Append(';').Append(inhoud).Append('\n');
    }

    // A line end in a seed or source from before it was refused would begin a line of its own here.
    private static string EenRegel(string? tekst) => string.Concat((tekst ?? "").Select(c => char.IsControl(c) ? ' ' : c));
}
