using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>A progress report that went back releases no advance, and what was proposed on it goes. An advance that was signed before that stands.</summary>
public sealed class BijVoortgangTeruggezonden(Stroom<Verlening> verleningen) : IVerwerker<VoortgangTeruggezondenBericht>
{
    public Task Verwerk(VoortgangTeruggezondenBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht), ct);

    public static Beslissing Beslis(Verlening? verlening, VoortgangTeruggezondenBericht bericht)
    {
        var gezegd = new Zegmoment(bericht.Op, bericht.Versie);
        return verlening switch
        {
            { Voortgang.Toegekend: not null } => Beslissing.Geen,
            { VerslagTerug: { } eerder } when !gezegd.Na(new(eerder.Op, eerder.Versie)) => Beslissing.Geen,
            { Voortgang.Ontvangen: { } ontvangen } when !gezegd.Na(new(ontvangen.Op, ontvangen.Versie)) => Beslissing.Geen,
            { Verleend: not null } => new VoortgangVervallen(bericht.Op, bericht.Versie),
            _ => Weigering.Van("niet-verleend", "Er is een voortgangsverslag teruggezonden, maar hier is geen subsidie verleend."),
        };
    }
}
