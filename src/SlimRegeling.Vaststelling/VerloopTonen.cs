using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// What was done in the accounting for an award and by whom, as of any moment. Documents, scans and payments, which are only heard here, have no
/// moment of their own and stand elsewhere.
/// </summary>
public static class VerloopTonen
{
    /// <param name="Versie">Of the accounting after it.</param>
    /// <param name="Wat">The name under which it is stored, such as vaststelling-voorgesteld.</param>
    /// <param name="Wie">A pseudonym, or systeem for what another part of the program told.</param>
    /// <param name="Namens">KVK number of the enterprise for which it was done; absent when an employee did it.</param>
    /// <param name="Ondertekenaars">Pseudonyms of all who proposed and signed, in order; absent for what is no decision.</param>
    public sealed record Stap(
        long Versie,
        Instant Op,
        string Wat,
        string Titel,
        string Wie,
        string? Namens = null,
        IReadOnlyList<string>? Ondertekenaars = null
    );

    /// <summary>A step in words.</summary>
    /// <param name="Ondertekenaars">Of a decision.</param>
    public sealed record Gebeurd(string Titel, Instant Op, IReadOnlyList<string>? Ondertekenaars = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verantwoordingen/{zaaknummer}/verloop", Voer)
            .Geeft<IReadOnlyList<Stap>>()
            .LegtInzageVast("verloop")
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Verantwoording> verantwoordingen,
        Werkeenheid<VaststellingContext> eenheid,
        Moment moment,
        CancellationToken ct,
        string? op = null
    )
    {
        if (Peilmoment.Lees(op, moment.Nu) is not { } tot)
        {
            return Peilmoment.Onleesbaar;
        }
        if (await verantwoordingen.Lees(zaaknummer, ct) is not { Opening: not null })
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var stappen = new List<Stap>();
        foreach (var e in await eenheid.Sessie.Events.FetchStreamAsync(zaaknummer, token: ct))
        {
            if (Van((Gebeurtenis)e.Data) is { } gebeurd && gebeurd.Op <= tot)
            {
                stappen.Add(
                    new(
                        e.Version,
                        gebeurd.Op,
                        e.EventTypeName,
                        gebeurd.Titel,
                        e.GetHeader("wie")?.ToString() ?? Aanroep.Systeem,
                        e.GetHeader("namens")?.ToString(),
                        gebeurd.Ondertekenaars
                    )
                );
            }
        }
        return Uitkomst.Ok(stappen.OrderBy(s => s.Op).ToList());
    }

    /// <summary>What happened in words, and when; null for what another context did and is only heard here.</summary>
    public static Gebeurd? Van(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            Opengesteld e => new("Verantwoording opengesteld", e.Op),
            OpeningGewijzigd e => new("Verantwoording aangepast aan het gewijzigde besluit", e.Op),
            InSteekproef e => new("In de steekproef: om bewijs gevraagd", e.Op),
            BewijsOntvangen e => new("Bewijs ontvangen", e.Op),
            DeclaratieIngediend e => new("Declaratie ingediend: om vaststelling gevraagd", e.Op),
            DeclaratieaanvullingGevraagd e => new("Om aanvulling van de declaratie gevraagd", e.Op),
            VerzoektermijnGesteld e => new("Laatste termijn gesteld om vaststelling te vragen", e.Op),
            BrieftermijnGestart e => new("Brief verzonden: de termijn om te antwoorden loopt", e.Op),
            IngebrekestellingOntvangen e => new("Ingebrekestelling ontvangen", e.Op),
            IngebrekestellingVervallen e => new("Ingebrekestelling vervallen", e.Op),
            VertragingMedegedeeld e => new("Aan de ontvanger gemeld dat de vaststelling later komt", e.Op),
            Voorgesteld e => new("Vaststelling voorgesteld", e.Op),
            Ondertekend e => new("Voorstel tot vaststelling ondertekend", e.Op),
            Heropend e => new("Subsidie wordt opnieuw vastgesteld", e.Op),
            Vastgesteld e => new("Subsidie vastgesteld", e.Op, e.Ondertekenaars),
            OpeningAangepast e => new("Verantwoording aangepast aan een wijziging van de verlening", e.Op),
            VoortgangGemeld e => new("Voortgangsverslag ontvangen", e.Op),
            VoortgangTeruggezonden e => new("Voortgangsverslag teruggezonden", e.Op),
            TweedeVoorschotGesloten e => new("Tweede voorschot afgesloten: er volgt er geen meer", e.Op),
            TweedeVoorschotOntvangen e => new("Tweede voorschot toegekend", e.Op),
            Herinnerd e => new("Herinnerd aan een laatste dag", e.Op),
            IntrekkingVoorgenomen e => new("Voornemen om de subsidie in te trekken of te verlagen", e.Op),
            IntrekkingVervallen e => new("Voornemen om in te trekken vervallen", e.Op),
            Ingetrokken e => new("Subsidie geheel of deels ingetrokken", e.Op, e.Ondertekenaars),
            IntrekkingHerroepen e => new("Intrekking geheel of deels herroepen na bezwaar", e.Op),
            DocumentBeschikbaar or ScanAfgerond or BetalingUitgevoerd or BetalingTeruggekomen or MeldingOntvangen => null,
            _ => throw new ArgumentException($"What is {gebeurtenis.GetType().Name}?", nameof(gebeurtenis)),
        };
}
