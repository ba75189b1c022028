using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>That aid got to the central register, confirmed by many at once.</summary>
public sealed partial class OndertekeningTegelijkTests
{
    [Fact]
    public async Task A_file_for_the_central_register_which_another_than_who_made_it_saw_delivered()
    {
        var zaak = await Voorgelegd(Mensen.Beoordelaar);
        await _loop.Verleend(zaak);
        await Steunopgaven.Ruim(huis);
        var gemaakt = await Zaakloop.Gelukt(huis.Post(Mensen.FinancieelMedewerker, Steunopgaven.Pad));
        var opgave = gemaakt.Veld("opgave");
        // Who has an interest in one of its cases confirms none of it.
        var metBelang = await MetBelang(zaak, Rol.FinancieelControleur);
        var (pad, goed) = ($"{Steunopgaven.Pad}/{opgave}/bevestiging", Steunopgaven.Bevestiging(huis, gemaakt.Veld("hash")));
        const string AlBevestigd = "al-bevestigd";
        Poging[] pogingen =
        [
            new(Mensen.FinancieelMedewerker, pad, goed, "eigen-opgave"),
            new(metBelang, pad, goed, "eigen-belang"),
            new(Mensen.Controleur, pad, Steunopgaven.Bevestiging(huis, new string('0', 64)), "onjuiste-invoer"),
            new(Mensen.Controleur, pad, goed, "verouderd") { IfMatch = "\"99\"" },
            // Who confirmed it and says the same again is told that it is so.
            new(Mensen.Controleur, pad, goed, Gelukt, AlBevestigd),
            new(Mensen.TweedeFinancieelMedewerker, pad, goed, Gelukt, AlBevestigd),
        ];

        var bevestigde = Assert.Single((await Tegelijk(3, pogingen)).Distinct());
        Assert.Equal([bevestigde], await Tegelijk(1, pogingen));

        await Eenmaal("relaties", opgave, "steunopgave-bevestigd");
        Assert.Equal(
            bevestigde,
            await huis.Lees(
                $"select data ->> 'door' from relaties.mt_events where stream_id = '{opgave}' and type = 'steunopgave-bevestigd'"
            )
        );
        var opgaven = (await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, Steunopgaven.Pad))).Inhoud.EnumerateArray();
        var stand = opgaven.Single(o => o.GetProperty("opgave").GetString() == opgave).GetProperty("stand").GetString();
        Assert.Equal("bevestigd", stand);
    }
}
