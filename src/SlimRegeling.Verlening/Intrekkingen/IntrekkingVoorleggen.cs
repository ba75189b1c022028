using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// Lays it before another person, once the recipient gave what they think of it or the term for that is over; with an answer to what they gave. What they
/// give after this asks it anew.
/// </summary>
public static class IntrekkingVoorleggen
{
    /// <param name="Reactie">What we say to what the recipient gave; it stands in the letter. Absent when they gave nothing.</param>
    public sealed record Verzoek(string? Reactie = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verleningen/{zaaknummer}/intrekkingen/voorlegging", Voer).Geeft<Bijgewerkt>().Voor(Rol.Beoordelaar);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Werkeenheid<VerleningContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        var voorstel = (await verleningen.Lees(zaaknummer, ct))?.Intrekking?.Voorstel;
        var tekst = voorstel is null ? null : await eenheid.Lees<Intrekkingstekst>(voorstel.Toelichting, ct);
        return await verleningen.Schrijf(
            zaaknummer,
            verlening =>
                Beslis(
                    zaaknummer,
                    verlening,
                    verzoek,
                    verlening.Intrekking?.Voorstel == voorstel ? tekst : null,
                    nieuw => verleningen.Bewaar(zaaknummer, nieuw),
                    persoon.Onderwerp,
                    moment.Nu
                ),
            ct
        );
    }

    /// <param name="tekst">Why it was proposed; null when that was destroyed.</param>
    /// <param name="bewaar">Keeps the reasons with the answer beside the stream; called only when it can be laid before another.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verlening verlening,
        Verzoek verzoek,
        Intrekkingstekst? tekst,
        Func<Intrekkingstekst, Verwijzing> bewaar,
        string wie,
        Instant nu
    )
    {
        if (verlening.Intrekking is not { Voorstel: { } voorstel } intrekking)
        {
            return Intrekkingspoort.GeenVoorstel;
        }
        if (intrekking.Voorgelegd is not null)
        {
            return Weigering.Van("al-voorgelegd", "Dit voorstel ligt al klaar om te ondertekenen. Er is niets veranderd.");
        }
        if (intrekking.Zienswijzen.Count == 0 && (intrekking.Termijn is not { } termijn || Moment.Dag(nu) <= termijn.Uiterlijk))
        {
            return Weigering.Van(
                "wacht-op-zienswijze",
                intrekking.Termijn is { } loopt
                    ? $"De ontvanger kan reageren tot en met {Datumtekst.Van(loopt.Uiterlijk)}. Leg het daarna voor, of zodra de reactie er is."
                    : "De brief met het voornemen is nog niet verzonden. Daarna loopt de termijn om te reageren.",
                "artikel 4:8 Awb"
            );
        }
        if (tekst is null)
        {
            return Weigering.Van(
                "tekst-vernietigd",
                "De toelichting bij dit voorstel is er niet meer. Zend het terug en doe een nieuw voorstel."
            );
        }
        var gegeven = intrekking.Zienswijzen.Any(z => z.Inhoud is not null);
        if (gegeven == string.IsNullOrWhiteSpace(verzoek.Reactie))
        {
            return Weigering.Invoer(
                new Fout(
                    "reactie",
                    gegeven
                        ? "De ontvanger gaf een reactie. Schrijf wat wij daarvan vinden; het staat in de brief."
                        : "De ontvanger gaf geen reactie. Laat dit weg.",
                    "artikel 3:46 Awb"
                )
            );
        }
        var motivering = bewaar(tekst with { Reactie = gegeven ? verzoek.Reactie!.Trim() : null });
        return Voorgelegd(zaaknummer, voorstel, intrekking.Zienswijzen, motivering, wie, nu);
    }

    internal static IntrekkingVoorgelegd Voorgelegd(
        string zaaknummer,
        IntrekkingVoorgesteld voorstel,
        IReadOnlyList<ZienswijzeOntvangen> zienswijzen,
        Verwijzing motivering,
        string wie,
        Instant nu
    ) => new(voorstel.Intrekking, Hash(zaaknummer, voorstel, zienswijzen, motivering, wie, nu), motivering, wie, nu);

    /// <summary>
    /// Lower-case hexadecimal SHA-256 over the case number and every field of the proposal with what the recipient gave and our answer, one a line: who
    /// signs names it.
    /// </summary>
    private static string Hash(
        string zaaknummer,
        IntrekkingVoorgesteld voorstel,
        IReadOnlyList<ZienswijzeOntvangen> zienswijzen,
        Verwijzing motivering,
        string wie,
        Instant nu
    )
    {
        string[] regels =
        [
            $"zaaknummer {zaaknummer}",
            $"intrekking {voorstel.Intrekking}",
            $"betreft {voorstel.Betreft}",
            $"soort {voorstel.Soort}",
            $"grond {voorstel.Grond}",
            $"bedrag {Bedrag(voorstel.Bedrag)}",
            $"was {Bedrag(voorstel.Was)}",
            $"vastgesteld-was {(voorstel.VastgesteldWas is { } vastgesteld ? Bedrag(vastgesteld) : "")}",
            $"partijen {Partijen(voorstel.Partijen)}",
            $"vanaf {Dag(voorstel.Vanaf)}",
            $"sinds {Dag(voorstel.Sinds)}",
            $"niet-gehoord {voorstel.NietGehoord}",
            $"regelversie {voorstel.Regelversie}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {InstantPattern.ExtendedIso.Format(voorstel.Op)}",
            .. zienswijzen.Select(z => $"zienswijze {InstantPattern.ExtendedIso.Format(z.Op)} {z.Inhoud?.Hash}"),
            $"motivering {motivering.Hash}",
            $"voorgelegd-door {wie}",
            $"voorgelegd-op {InstantPattern.ExtendedIso.Format(nu)}",
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', regels))));
    }

    private static string Partijen(IReadOnlyDictionary<string, decimal>? partijen) =>
        string.Join(
            ' ',
            (partijen ?? new Dictionary<string, decimal>())
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => $"{p.Key}={Bedrag(p.Value)}")
        );

    private static string Dag(LocalDate? dag) => dag is { } gegeven ? LocalDatePattern.Iso.Format(gegeven) : "";

    private static string Bedrag(decimal bedrag) => bedrag.ToString("0.00", CultureInfo.InvariantCulture);
}
