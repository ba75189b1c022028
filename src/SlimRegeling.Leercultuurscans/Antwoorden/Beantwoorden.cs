using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Antwoorden;

/// <summary>
/// Someone answers; the code is the right to do so, once. At the first opening it is exchanged for one of their own, which the firm does not know: with it
/// they can stop and go on, on another telephone too. Whatever is wrong with a code, unknown, exchanged, used, late or of another scan, the answer is the same.
/// </summary>
public static class Beantwoorden
{
    /// <summary>From one address: a firm with all its people behind it comes to this; who guesses among 2^130 codes gets nowhere.</summary>
    public const int MeestePerMinuut = 600;

    private const long Grootste = 32 * 1024;

    /// <summary>Characters of a <c>Beurt</c> below which it could be guessed.</summary>
    private const int KortsteBeurt = 32;

    /// <param name="Beurt">
    /// At least 32 characters of chance, made up for this opening: the same call again gives the same code of one's own. Without it a repeat is refused, and a
    /// code of one's own stays as it is; with it that is exchanged too, as long as nothing is kept under it.
    /// </param>
    public sealed record Codeverzoek(string Code, string? Beurt = null);

    /// <param name="Antwoorden">By part, in the order of its questions; null for "weet ik niet / niet van toepassing".</param>
    /// <param name="WilBeter">At most three of D1 to D6.</param>
    /// <param name="Kenmerken">By attribute that the list asks for the code of a choice; what someone does not want to say is left out.</param>
    public sealed record Verzoek(
        string Code,
        IReadOnlyDictionary<string, IReadOnlyList<int?>> Antwoorden,
        IReadOnlyList<string>? WilBeter = null,
        IReadOnlyDictionary<string, string>? Kenmerken = null
    );

    public sealed record Bevestiging(bool Ontvangen);

    /// <summary>All that someone needs to answer.</summary>
    /// <param name="Code">The code to go on with, of one's own; one that was handed out does not work any more.</param>
    /// <param name="Onderdelen">The questions, part by part.</param>
    /// <param name="Kenmerken">What is asked about people; each may be skipped.</param>
    /// <param name="Toonbaar">From how many answers on a group is shown, of a team and of the other attributes.</param>
    /// <param name="Contact">Whom at the firm one can ask, as the firm wrote it.</param>
    /// <param name="Half">What was filled in with this code and not sent.</param>
    /// <param name="Bewaring">What is kept of an answer, and how long.</param>
    /// <param name="Ondernemingsraad">What the firm says of its works council: <c>ingestemd</c>, <c>geinformeerd</c>, <c>geen</c> or <c>nog-niet</c>.</param>
    /// <param name="RaadOp">The day on which the council was told or consented.</param>
    /// <param name="Vers">The code was made for who asked now; if not, whoever gave it to them can read along.</param>
    public sealed record Lijst(
        string Scan,
        string Code,
        IReadOnlyList<Deel> Onderdelen,
        IReadOnlyList<Keuzevraag> Kenmerken,
        IReadOnlyList<int> Toonbaar,
        string? Contact,
        Antwoordblad? Half,
        Tweetalig Bewaring,
        string? Ondernemingsraad = null,
        LocalDate? RaadOp = null,
        bool Vers = false
    );

    /// <param name="Laagste">Number of the first of the answers.</param>
    public sealed record Deel(
        string Code,
        Tweetalig Naam,
        int Laagste,
        IReadOnlyList<Tweetalig> Antwoorden,
        IReadOnlyList<Tweetalig> Vragen
    );

    // Without an Idempotency-Key: the floor would keep a time and a hash of the body beside it. The code itself makes a repeat harmless.
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/scans/{scan}/vragenlijst", Open)
            .WithMetadata(new ZonderSleutel())
            .Hoogstens(Grootste)
            .HoogstensPerMinuut(MeestePerMinuut)
            .LaatGeenSpoor()
            .Openbaar()
            .Geeft<Lijst>();
        api.MapPut("/scans/{scan}/concept", Bewaar)
            .WithMetadata(new ZonderSleutel())
            .Hoogstens(Grootste)
            .HoogstensPerMinuut(MeestePerMinuut)
            .LaatGeenSpoor()
            .Openbaar()
            .Geeft<Bevestiging>();
        api.MapPost("/scans/{scan}/antwoorden", Voer)
            .WithMetadata(new ZonderSleutel())
            .Hoogstens(Grootste)
            .HoogstensPerMinuut(MeestePerMinuut)
            .LaatGeenSpoor()
            .Openbaar()
            .Geeft<Bevestiging>();
    }

    private static async Task<Uitkomst> Open(string scan, Codeverzoek verzoek, Antwoordopslag opslag, Scanlezer scans, CancellationToken ct)
    {
        var beurt = verzoek.Beurt is { Length: >= KortsteBeurt } gegeven ? gegeven : null;
        if (
            await scans.Lees(scan, ct) is not { } gelezen
            || await opslag.Open(scan, verzoek.Code, beurt, gelezen.Gevraagd, ct) is not { } geopend
        )
        {
            return Ongeldig;
        }
        var raad = await scans.Raad(scan, gelezen, ct);
        return Uitkomst.Ok(
            new Lijst(
                scan,
                geopend.Code,
                [
                    .. gelezen.Lijst.Delen.Select(d => new Deel(
                        d.Onderdeel.Code,
                        d.Onderdeel.Naam,
                        d.Schaal.Laagste,
                        d.Schaal.Antwoorden,
                        [.. d.Onderdeel.Vragen.Select(v => new Tweetalig(v.Nl, v.En))]
                    )),
                ],
                gelezen.Opzet.Vragen(),
                [Rapporten.Drempels.Antwoorden, Rapporten.Drempels.Persoonskenmerk],
                gelezen.Opzet.Contact,
                await opslag.Half(scan, geopend.Code, ct),
                Bewaring.Tekst,
                raad.Stand,
                raad.Dag,
                geopend.Vers
            )
        );
    }

    private static async Task<Uitkomst> Bewaar(string scan, Verzoek verzoek, Antwoordopslag opslag, Scanlezer scans, CancellationToken ct)
    {
        var (gelezen, blad, weigering) = await Lees(scan, verzoek, half: true, opslag, scans, ct);
        return gelezen is null || blad is null ? weigering ?? Ongeldig
            : await opslag.BewaarHalf(scan, verzoek.Code, blad, ct) ? Uitkomst.Ok(new Bevestiging(true))
            : Ongeldig;
    }

    private static async Task<Uitkomst> Voer(string scan, Verzoek verzoek, Antwoordopslag opslag, Scanlezer scans, CancellationToken ct)
    {
        var (gelezen, blad, weigering) = await Lees(scan, verzoek, half: false, opslag, scans, ct);
        return gelezen is null || blad is null ? weigering ?? Ongeldig
            : await opslag.Ontvang(scan, verzoek.Code, blad, gelezen.Gevraagd, ct) ? Uitkomst.Ok(new Bevestiging(true))
            : Ongeldig;
    }

    // The code first: who has none hears nothing of the list either. Nor does who has one that was handed out, as the firm has: what is wrong with a list
    // would tell whether it was opened or used. So with that code a list is only kept, when it is whole.
    private static async Task<(Scanlezer.Gelezen? Gelezen, Antwoordblad? Blad, Weigering? Weigering)> Lees(
        string scan,
        Verzoek verzoek,
        bool half,
        Antwoordopslag opslag,
        Scanlezer scans,
        CancellationToken ct
    )
    {
        if (await scans.Lees(scan, ct) is not { } gelezen)
        {
            return (null, null, Ongeldig);
        }
        var code = await opslag.Stand(scan, verzoek.Code, gelezen.Gevraagd, ct);
        if (code == Codestand.Geen || (half && code != Codestand.Eigen))
        {
            return (null, null, Ongeldig);
        }
        var blad = new Antwoordblad(verzoek.Antwoorden, verzoek.WilBeter, verzoek.Kenmerken);
        return blad.Controleer(gelezen.Lijst, gelezen.Opzet.Mogelijk(), half) is { Count: > 0 } fouten
            ? (null, null, code == Codestand.Eigen ? Weigering.Invoer(fouten) : Ongeldig)
            : (gelezen, blad, null);
    }

    private static Weigering Ongeldig =>
        Weigering.Van(
            "code-ongeldig",
            "Met deze code kunt u niet (meer) antwoorden: zij is onbekend of al gebruikt, of de scan is gesloten. Wie al begon, gebruikt de eigen code van toen. Controleer de code."
        );
}
