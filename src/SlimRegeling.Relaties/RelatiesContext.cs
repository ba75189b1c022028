using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>Enterprises: where they are, where they are paid, and the de-minimis aid they were granted.</summary>
public sealed class RelatiesContext : IContext
{
    public static string Naam => "relaties";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Onderneming>()
            .LeestRegels<RelatiesContext>()
            .Uitgaand(Uitgaand.Berichten)
            .Narekening(new Narekenen())
            .Zegt<OndernemingGewijzigdBericht>("onderneming-gewijzigd")
            .Zegt<RekeningGewijzigdBericht>("rekening-gewijzigd")
            .Zegt<SteunGeregistreerdBericht>("steun-geregistreerd")
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Eindpunt(Inschrijven.Map)
            .Eindpunt(RekeningWijzigen.Map)
            .Eindpunt(Bekijken.Map)
            .Eindpunt(SteunBekijken.Map)
            .Eindpunt(Doorgeven.Map);
}
