using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>A written reminder that the decision on an objection is late, over all contexts.</summary>
public sealed class BezwaarIngebrekeTests(Apihuis huis)
{
    private const string Artikel = "artikel 4:17, derde lid, Awb";

    private readonly Bezwaarloop _bezwaren = new(huis);
    private readonly string _bo = huis.Medewerker(Rol.Beoordelaar);

    [Fact]
    public async Task A_reminder_after_the_term_starts_the_penalty_and_what_was_typed_in_by_mistake_is_void()
    {
        var (eva, kvk) = huis.Ondernemer();
        var zaak = await _bezwaren.Afgewezen(eva, kvk);
        var bezwaar = await _bezwaren.Ingediend(eva, zaak);
        var pad = $"/v1/bezwaren/{bezwaar}";
        (await huis.Post(eva, $"{pad}/ingebrekestelling", Dag())).IsProbleem(403, "niet-bevoegd");
        await huis.Weigert(
            () => huis.Post(_bo, $"{pad}/ingebrekestelling", Dag()),
            a => a.IsProbleem(409, "te-vroeg").NoemtArtikel(Artikel)
        );
        await huis.Weigert(
            () => huis.Post(_bo, $"{pad}/ingebrekestelling/vervallenverklaring", """{"reden":"Nee."}"""),
            a => a.IsProbleem(409, "niet-in-gebreke").NoemtArtikel(Artikel)
        );

        // Six weeks to object and six to decide, each moved by a holiday at most.
        huis.Klok.Vooruit(Duration.FromDays(7 * 12 + 14));
        var ontvangen = Vandaag;
        // Who decided on the application may note what came by post.
        await Zaakloop.Gelukt(huis.Post(Mensen.Medeondertekenaar, $"{pad}/ingebrekestelling", Dag()));
        huis.Klok.Vooruit(Duration.FromDays(30));
        await huis.Stil();

        var beeld = (await Zaakloop.Gelukt(huis.Haal(_bo, pad))).Inhoud;
        var ingebreke = beeld.GetProperty("ingebreke");
        Assert.Equal(ontvangen, ingebreke.GetProperty("ontvangenOp").GetString());
        Assert.True(ingebreke.GetProperty("dagen").GetInt32() > 10);
        var bedrag = ingebreke.GetProperty("bedrag").GetString();
        Assert.NotEqual("0.00", bedrag);
        Assert.Equal(bedrag, (await VanZaak(_bo, zaak)).GetProperty("ingebreke").GetProperty("bedrag").GetString());
        // Of the penalty the applicant hears by a decision.
        Assert.False((await Zaakloop.Gelukt(huis.Haal(eva, pad))).Inhoud.TryGetProperty("ingebreke", out _));
        Assert.False((await VanZaak(eva, zaak)).TryGetProperty("ingebreke", out _));

        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/ingebrekestelling/vervallenverklaring", """{"reden":"Verkeerd bezwaar."}"""));
        await huis.Stil();
        Assert.False((await Zaakloop.Gelukt(huis.Haal(_bo, pad))).Inhoud.TryGetProperty("ingebreke", out _));
        Assert.False((await VanZaak(_bo, zaak)).TryGetProperty("ingebreke", out _));
        Assert.Equal(
            0,
            await huis.Tel(
                $"select count(*) from verlening.mt_events where stream_id = '{bezwaar}' and data::text like '%Verkeerd bezwaar%'"
            )
        );
        var verloop = (await Zaakloop.Gelukt(huis.Haal(_bo, $"{pad}/verloop"))).Inhoud.EnumerateArray().TakeLast(2).ToList();
        Assert.Equal(
            [$"Ingebrekestelling ontvangen {Mensen.Medeondertekenaar}", $"Ingebrekestelling vervallen {_bo}"],
            verloop.Select(s => $"{s.GetProperty("titel").GetString()} {s.GetProperty("wie").GetString()}")
        );
    }

    private string Vandaag => LocalDatePattern.Iso.Format(Moment.Dag(huis.Klok.GetCurrentInstant()));

    private string Dag() => $$"""{"ontvangenOp":"{{Vandaag}}"}""";

    private async Task<JsonElement> VanZaak(string wie, string zaak)
    {
        var beeld = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/zaken/{zaak}"))).Inhoud;
        return Assert.Single(beeld.GetProperty("bezwaren").EnumerateArray());
    }
}
