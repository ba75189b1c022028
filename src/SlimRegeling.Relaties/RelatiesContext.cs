using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regelstand;
using SlimRegeling.Relaties.Handelsregister;
using SlimRegeling.Relaties.Machtigingen;

namespace SlimRegeling.Relaties;

/// <summary>Enterprises: where they are, where they are paid, the de-minimis aid they were granted, and who may act for them.</summary>
public sealed class RelatiesContext : IContext
{
    public static string Naam => "relaties";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Onderneming>()
            .Stroom<Machtiging>()
            .Document<Machtiging>(m => m.Index(x => x.Gever).Index(x => x.Gemachtigde))
            .LeestRegels<RelatiesContext>()
            .Diensten(Opzoeken.Diensten)
            .Uitgaand(Uitgaand.Berichten)
            .Narekening(new Narekenen())
            .Zegt<OndernemingGewijzigdBericht>("onderneming-gewijzigd")
            .Zegt<RekeningGewijzigdBericht>("rekening-gewijzigd")
            .Zegt<ContactGewijzigdBericht>("contact-gewijzigd")
            .Zegt<SteunGeregistreerdBericht>("steun-geregistreerd")
            .Hoort<SubsidieVerleendBericht, BijSubsidieVerleend>()
            .Eindpunt(Inschrijven.Map)
            .Eindpunt(RekeningWijzigen.Map)
            .Eindpunt(ContactWijzigen.Map)
            .Eindpunt(Bekijken.Map)
            .Eindpunt(SteunBekijken.Map)
            .Eindpunt(Doorgeven.Map)
            .Eindpunt(Opzoeken.Map)
            .Eindpunt(Machtigingen.Verlenen.Map)
            .Eindpunt(Machtigingen.Beeindigen.Map)
            .Eindpunt(Machtigingen.Tonen.Map);
}
