using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>What carries a case forward from any state in which it is found.</summary>
internal sealed partial class Leven
{
    public async Task<Levensstand> Stand() =>
        new(
            await Zie(Verlening),
            await Zie(Wijzigingen),
            await Zie(Intrekkingen),
            await Zie($"{Verlening}/voorschotvoorstel"),
            await Zie(Bezwaren),
            await Zie(Verantwoording)
        );

    public async Task<string?> Verantwoordingsfase() => (await Zie(Verantwoording)).Tekst("fase");

    /// <summary>Does the next step; a case that has none, and is not at its end, fails.</summary>
    public Task Verder(Levensstand stand) =>
        Levensstand.OpenBezwaar(stand.Bezwaren) is { } bezwaar ? Beslis(stand, bezwaar)
        : Levensstand.OpenWijziging(stand.Wijzigingen) is { } nummer ? BeslisWijziging(stand, nummer)
        : stand.Intrekking is { } intrekking ? BeslisIntrekking(stand, intrekking)
        : stand.Voorschot.Lid("hash") is not null ? Een(stand, TekenVoorschot, () => Doe(Daad.ZendVoorschotTerug, 0))
        : RekenAf(stand);

    private Task Beslis(Levensstand stand, JsonElement? bezwaar) =>
        bezwaar.Tekst("fase") == "voorgesteld"
            ? Een(stand, TekenBezwaar, ZendBezwaarTerug)
            // What was assessed to be more than was decided is well-founded, also when it gives no money any more.
            : Een(stand, () => BehandelBezwaar(false), () => BehandelBezwaar(true));

    private Task BeslisWijziging(Levensstand stand, int nummer) =>
        stand.Wijzigingen.Leden("wijzigingen")[nummer - 1].Tekst("stand") == "voorgesteld"
            ? Een(stand, TekenWijziging, ZendWijzigingTerug)
            : Een(stand, () => StelWijzigingVoor(false));

    private Task BeslisIntrekking(Levensstand stand, JsonElement? intrekking)
    {
        if (intrekking.Lid("hash") is not null)
        {
            return Een(stand, TekenIntrekking, () => Doe(Daad.ZendIntrekkingTerug, 0));
        }
        return intrekking.Leden("zienswijzen").Count == 0 && intrekking.Dag("reagerenTotEnMet") is { } tot && Vandaag <= tot
            ? WachtTotNa(tot)
            : Een(stand, LegIntrekkingVoor, () => Doe(Daad.ZendIntrekkingTerug, 0));
    }

    private Task RekenAf(Levensstand stand)
    {
        var (fase, opVerzoek) = (stand.Verantwoordingsfase, stand.Verantwoording.Tekst("wijze") == "aanvraag");
        if (fase == "aanvulling-gevraagd")
        {
            return RekenAfZonderAanvulling(stand);
        }
        if (fase == "voorgesteld")
        {
            return Een(stand, TekenVaststelling, () => Beoordeel(0));
        }
        if (stand.Verantwoording.Dag("periodeTot") is { } einde && Vandaag <= einde)
        {
            return WachtTotNa(einde);
        }
        if (fase == "in-steekproef" && stand.Verantwoording.Dag("bewijsUiterlijk") is { } uiterlijk && Vandaag <= uiterlijk)
        {
            return WachtTotNa(uiterlijk);
        }
        return opVerzoek && fase == "opengesteld" ? RekenAfZonderVerzoek(stand) : Een(stand, () => Beoordeel(0));
    }

    /// <summary>What is not completed is judged as it is.</summary>
    private async Task RekenAfZonderAanvulling(Levensstand stand)
    {
        var uiterlijk = (await Zie($"{Verantwoording}/declaratie")).Lid("aanvulling").Dag("uiterlijk");
        await (uiterlijk is { } laatste && Vandaag <= laatste ? WachtTotNa(laatste) : Een(stand, () => Beoordeel(0)));
    }

    /// <summary>The recipient never asks for it: the executor gives a last term, and settles after that.</summary>
    private Task RekenAfZonderVerzoek(Levensstand stand)
    {
        var (verzoek, laatste) = (
            stand.Verantwoording.Dag("verzoekUiterlijk"),
            stand.Verantwoording.Lid("laatsteTermijn").Dag("uiterlijk")
        );
        return (laatste ?? verzoek) is { } dag && Vandaag <= dag ? WachtTotNa(dag)
            : laatste is null ? Een(stand, StelLaatsteTermijn)
            : Een(stand, BeoordeelZonderVerzoek);
    }

    /// <summary>Does the first of these that is taken.</summary>
    private async Task Een(Levensstand stand, params Func<Task<Gekregen>>[] stappen)
    {
        var weigeringen = new List<string>();
        foreach (var stap in stappen)
        {
            var antwoord = await stap();
            await beller.Rust();
            if (antwoord.IsGelukt())
            {
                return;
            }
            weigeringen.Add(antwoord.Tekst);
        }
        Assert.Fail($"{zaak} has no next step at {stand}.\n{string.Join('\n', weigeringen)}");
    }

    private Task WachtTotNa(LocalDate dag)
    {
        var klok = beller.Huis.Klok;
        klok.Vooruit(Moment.Op(dag.PlusDays(1).At(new LocalTime(10, 0))) - klok.GetCurrentInstant());
        return Task.CompletedTask;
    }
}
